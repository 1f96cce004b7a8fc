import { isUsable } from '../words/approval-words';
import type { FormSurroundings } from './action';

type Escalation = FormSurroundings['escalation'];
type Values = Record<string, unknown>;

/** What the form of a step or a command begins with, as it is known already. */
export function knownValues(action: string, { escalation, me }: FormSurroundings): Values {
  const message = emptyMessage(escalation);
  switch (action) {
    case 'intake':
      return { acknowledgment: message };
    case 'investigation':
      return consulted(escalation);
    case 'solution':
      return allowedRemedy(escalation);
    case 'customer-update':
      return { message, commitments: [emptyPromise(me.id)] };
    case 'closure':
    case 'interim-update':
      return { message };
    case 'add-commitment':
      return { message, responsibleId: me.id };
    case 'replace-commitment':
      return { message, responsibleId: me.id, commitmentId: onlyPromise(escalation, ['broken']) };
    case 'move-commitment':
      return { message, commitmentId: onlyPromise(escalation, ['open']) };
    case 'keep-commitment':
      return { commitmentId: onlyPromise(escalation, ['open', 'broken']) };
    case 'pause':
      return { question: message };
    case 'record-contact':
      return { channel: 'phone', direction: escalation.status === 'paused' ? 'from-customer' : 'to-customer' };
    case 'resolve-at-once':
      return atOnce(escalation, me.id);
    case 'amend':
      return facts(escalation);
    default:
      return named(action, escalation, me.id);
  }
}

/** What a command is about, where there is only one. */
function named(action: string, escalation: Escalation, myId: string): Values {
  const { approvals, tasks } = escalation;
  const open = tasks.filter(({ state }) => state === 'open');
  const mine = open.filter(({ person, blockedBy }) => person.id === myId && blockedBy.length === 0);
  switch (action) {
    case 'decide-approval':
    case 'withdraw-approval':
      return { approvalId: onlyId(approvals.filter(({ state }) => state === 'open')) };
    case 'complete-task':
      return { taskId: onlyId(mine) || onlyId(open) };
    case 'change-task':
      // Untouched is not the same as none: what it comes after until now stays.
      return { taskId: onlyId(open), after: '' };
    case 'drop-task':
      return { taskId: onlyId(open) };
    default:
      return placesNow(action, escalation);
  }
}

/** Who holds a place now: leaving the name empty means nobody any more. */
function placesNow(action: string, { escalationManager, sponsor, counterpart }: Escalation): Values {
  switch (action) {
    case 'name-escalation-manager':
      return { personId: escalationManager?.id ?? '' };
    case 'name-sponsor':
      return sponsor ? { personId: sponsor.person.id, facing: sponsor.facing, standing: sponsor.standing || '' } : {};
    case 'name-counterpart':
      return { name: counterpart?.name ?? '', title: counterpart?.title ?? '', email: counterpart?.email ?? '' };
    default:
      return {};
  }
}

/** Without an address no mail goes out: the form begins with what is possible. */
function emptyMessage({ contact }: Escalation): Values {
  return { channel: contact?.email ? 'mail' : 'phone', subject: '', body: '', occurredAt: '' };
}

function emptyPromise(responsibleId: string): Values {
  return { text: '', dueAt: '', responsibleId };
}

function consulted({ account, scope, origin }: Escalation): Values {
  return { csmConsulted: { personId: account.csmId ?? '', note: '' }, scope: scope ?? '', origin: origin ?? '' };
}

/** The one remedy that was allowed and is not done yet: it is decided on as it was allowed. */
function allowedRemedy({ approvals }: Escalation): Values {
  const usable = approvals.filter(isUsable);
  const [approval] = usable;
  if (usable.length !== 1 || !approval) return {};
  const { solution, description, amount } = approval.subject;
  return {
    kind: solution ?? '',
    description: description ?? '',
    approvalId: approval.id,
    ...(amount && { credit: amount }),
  };
}

function atOnce(escalation: Escalation, myId: string): Values {
  const message = emptyMessage(escalation);
  return {
    intake: { ownerId: myId, acknowledgment: message },
    investigation: { findings: '', ticketHistoryRead: '', ...consulted(escalation) },
    solution: { kind: '', description: '', ...allowedRemedy(escalation) },
    customerUpdate: { understood: '', willDo: '', commitments: [emptyPromise(myId)], message },
  };
}

function onlyPromise({ commitments }: Escalation, states: readonly string[]): string {
  return onlyId(commitments.filter(({ state }) => states.includes(state)));
}

function onlyId(items: readonly { id: string }[]): string {
  return items.length === 1 ? (items[0]?.id ?? '') : '';
}

/** The facts as they stand, to be corrected. */
function facts(escalation: Escalation): Values {
  const { summary, narrative, severity, scope, origin, threatensPublic, threatensLegal } = escalation;
  const { contact, account, rootCause } = escalation;
  return {
    ...{ summary, narrative, severity, threatensPublic, threatensLegal, public: escalation.public },
    ...{ scope: scope ?? '', origin: origin ?? '', rootCause: rootCause ?? '' },
    contact: { name: contact?.name ?? '', email: contact?.email ?? '' },
    ...{ tier: account.tier ?? '', customerSince: account.customerSince ?? '', csmId: account.csmId ?? '' },
    arr: account.arr ?? { amount: '', currency: '' },
    custom: { ...Object.fromEntries(escalation.customFields.map(({ name }) => [name, ''])), ...escalation.custom },
  };
}
