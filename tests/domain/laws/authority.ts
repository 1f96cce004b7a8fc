import type { Command } from '../../../domain/escalation/decide';
import type { Escalation, Status } from '../../../domain/escalation/state';
import { findStep } from '../../../domain/steps/plan';
import { clockBy } from './line';
import { answersForAll, answersForClock, roleOnStage } from './roles';
import type { Law } from './law';
import { requiring } from './law';

const FORBIDDEN = 'whoever may not act is refused always, and whoever may is never told that they may not';
const forbidden: Law = {
  name: FORBIDDEN,
  watch() {
    const require = requiring(FORBIDDEN);
    return {
      accepted({ name, by, body, peer }, before, events, now) {
        if (peer) return;
        const may = roleOnStage(name, before, by, body as Record<string, unknown>, now);
        require(may, () => `${by.id} (${by.roles.join()}) did ${name}`);
        if (name !== 'take-charge' || answersForAll(before, by, now)) return;
        const clockIds = events.flatMap((event) => (event.type === 'chain.held' ? event.data.clockIds : []));
        const others = clockIds.find((id) => !answersForClock(before, clockBy(before, id), by, now));
        require(!others, () => `${by.id} took charge of ${others}`);
      },
      refused({ type }, { name, by, body }, before, now) {
        if (type !== 'not-allowed') return;
        const may = roleOnStage(name, before, by, body as Record<string, unknown>, now);
        require(!may, () => `${by.id} (${by.roles.join()}) was kept from ${name}`);
      },
    };
  },
};

const GATHERING: readonly Status[] = ['open', 'paused', 'closed'];
const STATUSES: Readonly<Record<string, readonly Status[]>> = {
  intake: ['open'],
  investigation: ['open'],
  solution: ['open'],
  'customer-update': ['open'],
  closure: ['open'],
  'check-in': ['closed'],
  'legal-review': ['open'],
  merge: GATHERING,
  link: [...GATHERING, 'settled', 'withdrawn'],
  unlink: [...GATHERING, 'settled', 'withdrawn'],
  'join-umbrella': ['open', 'paused'],
  'leave-umbrella': GATHERING,
  'add-to-team': GATHERING,
  'remove-from-team': [...GATHERING, 'settled'],
  'add-task': GATHERING,
  'change-task': [...GATHERING, 'settled'],
  'complete-task': [...GATHERING, 'settled'],
  'drop-task': [...GATHERING, 'settled'],
  'name-escalation-manager': GATHERING,
  'name-sponsor': GATHERING,
  'name-counterpart': GATHERING,
  'take-charge': [...GATHERING, 'settled'],
  amend: [...GATHERING, 'settled', 'withdrawn'],
  reassign: GATHERING,
  'interim-update': ['open', 'paused'],
  'record-contact': GATHERING,
  'keep-commitment': ['open', 'paused'],
  'add-commitment': ['open', 'paused'],
  'move-commitment': ['open', 'paused'],
  'replace-commitment': ['open', 'paused'],
  'request-approval': ['open'],
  'decide-approval': ['open', 'paused'],
  'withdraw-approval': ['open', 'paused'],
  'add-note': [...GATHERING, 'settled', 'withdrawn', 'merged'],
  reopen: ['closed', 'settled', 'withdrawn'],
  withdraw: GATHERING,
  activate: GATHERING,
  pause: ['open'],
  resume: ['paused'],
  'override-priority': GATHERING,
  'reapply-policy': GATHERING,
  'hand-over': GATHERING,
  'accept-hand-over': GATHERING,
  'decline-hand-over': GATHERING,
  'take-back-hand-over': GATHERING,
  'resolve-at-once': ['open'],
  'report-import': ['open'],
};

/** A step that the table does not know is done while it is open. */
const otherwise = (name: string): readonly Status[] => (findStep(name) ? ['open'] : []);

const IN_TIME = 'nothing is done in a status that does not allow it';
const inTime: Law = {
  name: IN_TIME,
  watch() {
    const require = requiring(IN_TIME);
    return {
      accepted({ name, peer }: Command, { status }: Escalation) {
        if (peer) return;
        require((STATUSES[name] ?? otherwise(name)).includes(status), () => `${name} while ${status}`);
      },
    };
  },
};

/** Who may do what, and when. */
export const authorityLaws: readonly Law[] = [forbidden, inTime];
