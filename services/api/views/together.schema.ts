import { z } from 'zod';
import { LINK_KINDS } from '../../../domain/escalation/together/together';
import { orNull } from './common.schema';

/** Another escalation, by id and ref. */
const otherEscalationSchema = z.object({ id: z.string(), ref: z.string() }).meta({ id: 'OtherEscalation' });

const linkView = z
  .object({
    kind: z.enum([...LINK_KINDS, 'followed-by']),
    other: otherEscalationSchema,
    note: z.string().nullable(),
  })
  .meta({ id: 'Link' });

/** What an escalation has to do with others, as a part of its JSON. */
export const togetherShape = {
  links: z.array(linkView),
  umbrella: orNull(otherEscalationSchema).describe('Whose investigation and solution it shares'),
  children: z
    .object({
      count: z.int(),
      first: z.array(otherEscalationSchema).describe('50 at most; `GET …/children` has all of them'),
    })
    .describe('The escalations that share its investigation and solution'),
  merging: orNull(otherEscalationSchema).describe('Being merged into that one; nothing else is taken meanwhile'),
  mergedInto: orNull(otherEscalationSchema).describe('The one that survives'),
  absorbed: z.array(otherEscalationSchema).describe('Those that were merged into this one'),
  otherContacts: z
    .array(z.object({ name: z.string().nullable(), email: z.string().nullable() }))
    .describe('The contacts of those that were merged into this one'),
};
