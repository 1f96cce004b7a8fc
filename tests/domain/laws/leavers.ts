import type { Escalation } from '../../../domain/escalation/state';
import type { Law } from './law';
import { requiring } from './law';
import { here } from './line';

/** What somebody holds here that is still owed, told without the domain's help. */
function heldBy(state: Escalation, id: string): string[] {
  if (state.status === 'withdrawn' || state.status === 'merged') return [];
  const tasks = state.tasks.filter((one) => one.personId === id && one.state === 'open').map((one) => `task:${one.id}`);
  if (state.status === 'settled') return tasks;
  const promises = state.commitments.filter(
    (one) => one.responsibleId === id && (one.state === 'open' || one.state === 'broken'),
  );
  const decisions = state.approvals.filter((one) => one.approverId === id && one.state === 'open');
  return [
    ...(state.ownerId === id ? ['owner'] : []),
    ...(state.signerId === id ? ['signer'] : []),
    ...(state.complaint.account.csmId === id ? ['csm'] : []),
    ...(state.escalationManagerId === id ? ['escalation-manager'] : []),
    ...(state.sponsor?.personId === id ? ['sponsor'] : []),
    ...(state.handOver?.toId === id ? ['hand-over'] : []),
    ...state.team.filter(({ personId }) => personId === id).map(() => 'team'),
    ...promises.map((one) => `commitment:${one.id}`),
    ...tasks,
    ...decisions.map((one) => `approval:${one.id}`),
  ];
}

const EMPTIED = 'whoever has left holds nothing any more, but what stands on record as stranded';
const emptied: Law = {
  name: EMPTIED,
  watch() {
    const require = requiring(EMPTIED);
    const stranded = new Set<string>();
    return {
      event(event) {
        if (event.type !== 'place.stranded') return;
        const { kind, id } = event.data.place;
        const key = `${event.data.personId}/${id === null ? kind : `${kind}:${id}`}`;
        stranded.add(key);
      },
      rest(state, now) {
        for (const { id, leftAt } of Object.values(state.people)) {
          if (leftAt === undefined || leftAt > now) continue;
          const left = heldBy(state, id).find((held) => !stranded.has(`${id}/${held}`));
          require(!left, () => `${id} has left and is still ${left}`);
        }
      },
    };
  },
};

const STAYS = 'by itself a place changes hands only when its holder has left, to somebody who is here and is told';
const stays: Law = {
  name: STAYS,
  watch() {
    const require = requiring(STAYS);
    return {
      event(event, before) {
        if (event.actor !== null) return;
        if (event.type === 'owner.assigned') changesHands(before, event.data.previousId ?? '', event.data.ownerId);
        if (event.type === 'place.passed-on') changesHands(before, event.data.fromId, event.data.toId);
        if (event.type === 'place.stranded') require(gone(before, event.data.personId), () => 'nobody has left');

        function changesHands(state: Escalation, fromId: string, toId: string | null): void {
          require(gone(state, fromId), () => `${fromId} has not left, and lost a place`);
          const to = toId === null ? undefined : state.people[toId];
          if (toId === null) return;
          require(!!to && here(to, event.at), () => `${toId} is not here, and got a place`);
          const told = 'notices' in event.data && event.data.notices.some((notice) => notice.toId === toId);
          require(told, () => `${toId} got a place and was not told`);
        }

        function gone(state: Escalation, id: string): boolean {
          const leftAt = state.people[id]?.leftAt;
          return leftAt !== undefined && leftAt <= event.at;
        }
      },
    };
  },
};

const DECIDES = 'a decision passes on to nobody who asked for it, nor to the owner';
const decides: Law = {
  name: DECIDES,
  watch() {
    const require = requiring(DECIDES);
    return {
      event(event, { approvals, ownerId }) {
        if (event.type !== 'place.passed-on' || event.data.place.kind !== 'approval') return;
        const { place, toId } = event.data;
        const asked = approvals.find(({ id }) => id === place.id);
        const own = toId !== null && [ownerId, asked?.requestedBy.id].includes(toId);
        require(!own, () => `${toId} got a decision of their own`);
      },
    };
  },
};

const ONCE = 'that nobody is there for what somebody left behind is said once';
const once: Law = {
  name: ONCE,
  watch() {
    const require = requiring(ONCE);
    const said = new Set<string>();
    return {
      event(event) {
        if (event.type === 'people.refreshed') {
          for (const { id, leftAt } of event.data.people) {
            if (leftAt === undefined) for (const key of said) if (key.startsWith(`${id}/`)) said.delete(key);
          }
        }
        if (event.type === 'place.passed-on') said.delete(`${event.data.fromId}/${JSON.stringify(event.data.place)}`);
        if (event.type !== 'place.stranded') return;
        const key = `${event.data.personId}/${JSON.stringify(event.data.place)}`;
        require(!said.has(key), () => `${key} is stranded twice`);
        said.add(key);
      },
    };
  },
};

/** Nobody's place is left empty by their leaving. */
export const leaverLaws: readonly Law[] = [emptied, stays, decides, once];
