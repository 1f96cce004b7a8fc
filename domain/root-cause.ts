/** Why an escalation was needed at all: the tag without which nothing closes (docs/process.md "Learning"). */
export type RootCause =
  | 'product-bug'
  | 'knowledge-base-gap'
  | 'routing-failure'
  | 'policy-inflexibility'
  | 'sla-breach'
  | 'communication-failure';

/** Every root cause, in the order in which they are offered. */
export const ROOT_CAUSES = [
  'product-bug',
  'knowledge-base-gap',
  'routing-failure',
  'policy-inflexibility',
  'sla-breach',
  'communication-failure',
] as const satisfies readonly RootCause[];
