/** The keys under which answers are kept; `live/` throws away by them what an event has changed. */
export const keys = {
  session: () => ['session'] as const,
  about: () => ['about'] as const,
  me: () => ['me'] as const,
  preferences: () => ['preferences'] as const,
  people: () => ['people'] as const,
  forms: () => ['forms'] as const,
  views: () => ['views'] as const,
  escalations: (query?: object) => (query ? (['escalations', query] as const) : (['escalations'] as const)),
  /** The board's rows: live events change them one by one (pages/board/use-live-rows.ts). */
  board: (query?: object) => (query ? (['board', query] as const) : (['board'] as const)),
  totals: (query?: object) => (query ? (['totals', query] as const) : (['totals'] as const)),
  /** `ref` as the address has it: a ref or an id. */
  escalation: (ref: string) => ['escalation', ref.toLowerCase()] as const,
  timeline: (ref: string) => ['timeline', ref.toLowerCase()] as const,
  messages: (ref: string) => ['messages', ref.toLowerCase()] as const,
  explain: (ref: string) => ['explain', ref.toLowerCase()] as const,
  work: () => ['work'] as const,
  inbox: (query?: object) => (query ? (['inbox', query] as const) : (['inbox'] as const)),
  account: (id: string) => ['account', id] as const,
  accounts: (q: string) => ['accounts', q] as const,
};
