import { z } from 'zod/mini';
import { readSearch } from '../../app/search';

const KINDS = '(steps|clocks|messages|people|notes|system)';

const aboutOne = z.optional(z.string().check(z.regex(/^[\w.:@-]{1,100}$/)));

const schema = z.object({
  /** The record: what happened, or what was written. */
  tab: z.optional(z.enum(['timeline', 'messages'])),
  /** Kinds of events, joined by commas; absent: all. */
  type: z.optional(z.string().check(z.regex(new RegExp(`^${KINDS}(,${KINDS}){0,5}$`)))),
  order: z.optional(z.enum(['asc', 'desc'])),
  /** The event that a link points at. */
  event: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  messages: z.optional(z.enum(['customer', 'us', 'failed', 'waiting'])),
  /** The message whose text is shown. */
  message: z.optional(z.string().check(z.regex(/^[!-~]{1,300}$/))),
  /** The step or command whose form is open. */
  action: z.optional(z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/))),
  /** What that form is about: a mail links to the decision that it asks for. */
  approvalId: aboutOne,
  decision: z.optional(z.enum(['approved', 'refused'])),
  commitmentId: aboutOne,
  taskId: aboutOne,
  personId: aboutOne,
  otherId: aboutOne,
  zoom: z.optional(z.enum(['fit', '12h', '3d', '7d'])),
  clocks: z.optional(z.enum(['axis', 'table'])),
  /** The clock whose reasons are shown. */
  why: z.optional(z.string().check(z.regex(/^[\w:.-]{1,100}$/))),
  /** The complaint in full, where it is long. */
  story: z.optional(z.enum(['whole'])),
});

/** What the address of this page may say. */
export type EscalationSearch = z.infer<typeof schema>;

/** Reads it. */
export function readEscalationSearch(given: Record<string, unknown>): EscalationSearch {
  return readSearch(schema, given);
}

/** What the open form is about. */
export type FormSubject = Pick<
  EscalationSearch,
  'approvalId' | 'decision' | 'commitmentId' | 'taskId' | 'personId' | 'otherId'
>;

/** No form is open. */
export const NO_FORM = {
  ...{ action: undefined, approvalId: undefined, decision: undefined },
  ...{ commitmentId: undefined, taskId: undefined, personId: undefined, otherId: undefined },
} satisfies FormSubject & Pick<EscalationSearch, 'action'>;
