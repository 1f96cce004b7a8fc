import { DAY_MS } from '../../duration';
import type { Draft } from '../../escalation/draft';
import { wordTo } from '../../escalation/notices';
import { refitClocks } from '../../escalation/refit';
import { refuseBreaches } from '../../escalation/refuse-breaches';
import type { Notice } from '../../notice';
import type { Level } from '../../priority';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { OverridePriorityBody } from './override-priority.schema';

/** What is set for longer than this is no exception but a mistake in the weighing. */
const LONGEST_MS = 30 * DAY_MS;

/** A person sets the level for a time, with a reason; the weighing goes on beside it (docs/process.md "Priority"). */
export const overridePriority: CommandDefinition<OverridePriorityBody> = {
  name: 'override-priority',
  title: 'Set the level',
  help: 'Sets the level for a time, with a reason; without a level the weighing holds again.',
  by: MANAGER_UPWARDS,
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    if (body.level) set(draft, body.level, body);
    else end(draft, body.reason);
    const because = body.level ? `the level was set to ${body.level}` : 'the set level has ended';
    if (!body.breachAllTheSame) refuseBreaches(draft, '#/level');
    refitClocks(draft, because, true);
  },
};

function set(draft: Draft, level: Level, { reason, dueAt }: OverridePriorityBody): void {
  const untilAt = endOf(draft, dueAt);
  draft.emit('priority.overridden', { level, reason, untilAt, notices: ownerTold(draft, level) });
}

function end(draft: Draft, reason: string): void {
  if (!draft.state.override) conflict('not-now', 'No level is set: the weighing holds.');
  draft.emit('priority.override-ended', { because: reason });
}

function endOf({ now }: Draft, dueAt: string | undefined): number {
  const refuse = (detail: string): never =>
    invalid('invalid-content', 'A level is set until a date within 30 days.', { pointer: '#/dueAt', detail });
  if (dueAt === undefined) return refuse('required with a level');
  const untilAt = Date.parse(dueAt);
  if (untilAt <= now) return refuse('is past');
  return untilAt > now + LONGEST_MS ? refuse('at most 30 days ahead') : untilAt;
}

function ownerTold({ state, actor }: Draft, level: Level): Notice[] {
  const { ownerId, ref, priority, quiet } = state;
  if (!ownerId || quiet || ownerId === actor?.id || level === priority.level) return [];
  return [
    wordTo(ownerId, 'mail', 'level-set', state, `The level of ${ref} was set to ${level}; it was ${priority.level}.`),
  ];
}
