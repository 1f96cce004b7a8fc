import { z } from 'zod';
import { LINK_KINDS } from '../../escalation/together/together';
import { ORIGINS, SCOPES } from '../../intake';
import { identifier, text } from '../../text.schema';
import type { PeerCommandName } from './peer-commands';

const MOST = 2_000;

const at = z.number().min(0);
const ids = z.array(identifier).max(MOST);

const promise = z.strictObject({
  commitmentId: identifier,
  text: text(5_000),
  dueAt: at,
  responsibleId: identifier,
  madeAt: at,
  broken: z.boolean(),
  remedy: z.boolean(),
  dependsOn: ids,
});

const task = z.strictObject({
  taskId: identifier,
  text: text(5_000),
  personId: identifier,
  addedAt: at,
  dueAt: at,
  after: ids,
  counterpart: z.boolean(),
});

const clock = z.strictObject({ clockId: text(120), anchorAt: at, dueAt: at });

const absorb = z.strictObject({
  from: z.strictObject({ id: identifier, ref: identifier }),
  reason: text(2_000),
  estate: z.strictObject({
    // Either may be null, which the workflow's small checker has no words for.
    contacts: z.array(z.strictObject({ name: z.unknown(), email: z.unknown() })).max(MOST),
    promises: z.array(promise).max(MOST),
    tasks: z.array(task).max(MOST),
    clocks: z.array(clock).max(MOST),
    quiet: z.boolean(),
  }),
});

const shareStep = z.strictObject({
  step: identifier,
  round: z.int().min(1),
  occurredAt: at,
  scope: z.enum(SCOPES).optional(),
  origin: z.enum(ORIGINS).optional(),
  /** What was said in it, as the journal of the umbrella has it. */
  words: z.unknown().optional(),
});

/** What one escalation may ask of another. */
export const peerSchemas = {
  absorb,
  'adopt-child': z.strictObject({ ready: z.boolean() }),
  'release-child': z.strictObject({ because: text(2_000) }),
  'lose-umbrella': z.strictObject({ because: text(2_500) }),
  'share-step': shareStep,
  'note-link': z.strictObject({ kind: z.enum([...LINK_KINDS, 'followed-by']), note: text(2_000).optional() }),
  'drop-link': z.strictObject({ reason: text(2_000).optional() }),
} satisfies Record<PeerCommandName, z.ZodType>;
