import type { Draft } from '../../escalation/draft';
import { counterpartKeeper } from '../../escalation/tasks/counterpart-tasks';
import { giveTask } from '../../escalation/tasks/give-task';
import { dateToCome, roomForTasks } from '../../escalation/tasks/task-rules';
import type { Person } from '../../people';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import { sameJson } from '../../same-json';
import type { CommandDefinition } from '../command';
import type { NameCounterpartBody } from './name-counterpart.schema';

/** The customer's own executive is committed too, and what they agreed to is on record (docs/process.md "People"). */
export const nameCounterpart: CommandDefinition<NameCounterpartBody> = {
  name: 'name-counterpart',
  title: 'Name the counterpart',
  help: "The customer's own executive, and what they agreed to do. We remind ourselves of it, and never write to them.",
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    const { counterpart: before } = draft.state;
    const agreed = (body.agreed ?? []).map(({ text, dueAt }, index) => ({
      text,
      dueAt: dateToCome(dueAt, draft.now, `#/agreed/${index}/dueAt`),
    }));
    const { name, title = null, email = null, reason = null } = body;
    checkName(body, before !== null);
    const counterpart = name === undefined ? null : { name, title, email };
    roomForTasks(draft.state, agreed.length);
    const keeper = agreed.length > 0 ? keeperOf(draft) : null;
    const same = sameJson(counterpart, before);
    if (same && agreed.length === 0) conflict('already-done', `${name ?? 'Nobody'} is on record as that already.`);
    if (!same || reason !== null) draft.emit('counterpart.named', { counterpart, reason });
    for (const one of agreed) if (keeper) giveTask(draft, { ...one, after: [], counterpart: true, person: keeper });
  },
};

/** What was agreed was agreed with somebody; and nobody goes who was not there. */
function checkName({ name, agreed = [] }: NameCounterpartBody, known: boolean): void {
  if (name !== undefined || (known && agreed.length === 0)) return;
  invalid('invalid-content', "Name the customer's executive.", { pointer: '#/name', detail: 'required' });
}

function keeperOf(draft: Draft): Person {
  const keeper = counterpartKeeper(draft.state);
  if (!keeper)
    conflict('too-early', 'Nobody sees to it yet: name a sponsor who faces the customer, or acknowledge it.');
  return keeper;
}
