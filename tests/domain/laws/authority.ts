import type { Command } from '../../../domain/escalation/decide';
import type { Escalation, Status } from '../../../domain/escalation/state';
import { findStep } from '../../../domain/steps/plan';
import { clockBy, watchedBy } from './line';
import { answersForAll, roleOnStage } from './roles';
import type { Law } from './law';
import { requiring } from './law';

const FORBIDDEN = 'whoever may not act is refused always, and whoever may is never told that they may not';
const forbidden: Law = {
  name: FORBIDDEN,
  watch() {
    const require = requiring(FORBIDDEN);
    return {
      accepted({ name, by, body }, before, events) {
        const may = roleOnStage(name, before, by, body as Record<string, unknown>);
        require(may, () => `${by.id} (${by.roles.join()}) did ${name}`);
        if (name !== 'take-charge' || answersForAll(before, by)) return;
        const clockIds = events.flatMap((event) => (event.type === 'chain.held' ? event.data.clockIds : []));
        const others = clockIds.find((id) => watchedBy(before, clockBy(before, id))?.id !== by.id);
        require(!others, () => `${by.id} took charge of ${others}`);
      },
      refused({ type }, { name, by, body }, before) {
        if (type !== 'not-allowed') return;
        const may = roleOnStage(name, before, by, body as Record<string, unknown>);
        require(!may, () => `${by.id} (${by.roles.join()}) was kept from ${name}`);
      },
    };
  },
};

const LIVE: readonly Status[] = ['open', 'closed'];
const STATUSES: Readonly<Record<string, readonly Status[]>> = {
  intake: ['open'],
  investigation: ['open'],
  solution: ['open'],
  'customer-update': ['open'],
  closure: ['open'],
  'check-in': ['closed'],
  'take-charge': LIVE,
  amend: ['open', 'closed', 'settled', 'withdrawn'],
  reassign: LIVE,
  'interim-update': ['open'],
  'record-contact': LIVE,
  'keep-commitment': ['open'],
  'add-note': ['open', 'closed', 'settled', 'withdrawn'],
  reopen: ['closed', 'settled', 'withdrawn'],
  withdraw: LIVE,
  activate: LIVE,
  'report-import': ['open'],
};

/** A step that the contract does not know is done while it is open. */
const otherwise = (name: string): readonly Status[] => (findStep(name) ? ['open'] : []);

const IN_TIME = 'nothing is done in a status that does not allow it';
const inTime: Law = {
  name: IN_TIME,
  watch() {
    const require = requiring(IN_TIME);
    return {
      accepted({ name }: Command, { status }: Escalation) {
        require((STATUSES[name] ?? otherwise(name)).includes(status), () => `${name} while ${status}`);
      },
    };
  },
};

/** Who may do what, and when. */
export const authorityLaws: readonly Law[] = [forbidden, inTime];
