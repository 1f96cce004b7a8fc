import type { Draft } from '../../escalation/draft';
import { namedWithRole } from '../../escalation/named';
import { wordTo } from '../../escalation/notices';
import { counterpartKeeper, keepCounterpartTasks } from '../../escalation/tasks/counterpart-tasks';
import { MAY_SPONSOR, type Sponsor } from '../../escalation/team/team';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, invalid } from '../../rejection';
import { sameJson } from '../../same-json';
import type { CommandDefinition } from '../command';
import type { NameSponsorBody } from './name-sponsor.schema';

/** An executive lends weight: informed and ready, and never the owner (docs/process.md "People"). */
export const nameSponsor: CommandDefinition<NameSponsorBody> = {
  name: 'name-sponsor',
  title: 'Name the sponsor',
  help: 'An executive lends weight. They get a brief of one page at level changes and before closure, and never own it.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    const { sponsor: before } = draft.state;
    const sponsor = sponsorOf(draft, body);
    if (!sponsor && !before) conflict('already-done', 'It has no sponsor: name one.');
    if (sponsor && sameJson(sponsor, before)) conflict('already-done', 'They sponsor it just so already.');
    const keeper = counterpartKeeper(draft.state);
    const previousId = before?.personId ?? null;
    const account = body.standing === true ? { account: true as const } : {};
    const notices = sponsor ? told(draft, sponsor) : [];
    draft.emit('sponsor.named', { sponsor, previousId, reason: body.reason ?? null, ...account, notices });
    keepCounterpartTasks(draft, keeper, 'the sponsor is another');
  },
};

function sponsorOf({ state }: Draft, { personId, facing = 'inside', standing = false }: NameSponsorBody) {
  if (personId === undefined) return null;
  const pointer = '#/personId';
  const person = namedWithRole(state, personId, pointer, MAY_SPONSOR, 'sponsor an escalation');
  if (person.id === state.ownerId) {
    invalid('not-eligible', `${person.name} owns it: a sponsor lends weight and is not the face of what went wrong.`, {
      pointer,
      detail: 'owns it',
    });
  }
  return { personId, facing, standing };
}

function told({ state, actor }: Draft, { personId, facing }: Sponsor) {
  if (actor?.id === personId) return [];
  const whom = { inside: 'the company', customer: 'the customer', both: 'both sides' }[facing];
  const text = `You sponsor ${state.ref}, facing ${whom}: ${state.complaint.summary}`;
  return [wordTo(personId, 'mail', 'sponsor-named', state, text)];
}
