import type { AccountView } from '../../../../api/views/account.schema';
import type { EscalationView } from '../../../../api/views/escalation.schema';

/** Something better left unsaid in this call, and what speaks against it here. */
export interface Unsaid {
  rule: string;
  because: string;
}

/** What the rules are judged by. */
export interface CallSituation {
  escalation: EscalationView;
  account: AccountView | null;
  /** Who is about to call. */
  callerId: string;
  /** The escalation's own now, epoch milliseconds. */
  nowMs: number;
  /** A moment as the caller reads it. */
  inWords: (iso: string) => string;
}

type Rule = (situation: CallSituation) => Unsaid | null;

/** What not to say to this customer now, what weighs most first. */
export function whatNotToSay(situation: CallSituation): Unsaid[] {
  return rules.map((rule) => rule(situation)).filter((unsaid) => unsaid !== null);
}

const isDone = ({ steps }: EscalationView, step: string) =>
  steps.some(({ name, state }) => name === step && state === 'done');

const brokenPromise: Rule = ({ escalation: { commitments }, inWords }) => {
  const broken = commitments.find(({ state }) => state === 'broken');
  return broken
    ? {
        rule: 'Do not wait until they bring up the broken promise.',
        because: `“${broken.text}” was promised for ${inWords(broken.dueAt)}. Say it first, and what became of it.`,
      }
    : null;
};

const nobodyAnswered: Rule = ({ escalation: { acknowledgedAt, receivedAt }, inWords }) =>
  acknowledgedAt === null
    ? {
        rule: 'Do not begin with a ticket number or a procedure.',
        because: `Nobody has answered them in person since ${inWords(receivedAt)}. Begin with your name, your title, and that you take responsibility.`,
      }
    : null;

const noOwner: Rule = ({ escalation: { owner } }) =>
  owner === null
    ? {
        rule: 'Do not say that “somebody” will come back to them.',
        because: 'It has no owner yet. Name one person first.',
      }
    : null;

const anotherOwns: Rule = ({ escalation: { owner }, callerId }) =>
  owner && owner.id !== callerId
    ? {
        rule: 'Do not promise in passing what another has to keep.',
        because: `${owner.name} owns this. Whatever you agree on, tell them right after the call.`,
      }
    : null;

const causeUnknown: Rule = ({ escalation }) =>
  isDone(escalation, 'investigation')
    ? null
    : {
        rule: 'No guess at the cause.',
        because:
          'The investigation is not complete. Say what is known and when they hear more; a wrong guess costs twice.',
      };

const remedyWaits: Rule = ({ escalation: { approvals } }) => {
  const undecided = approvals.find(({ state, subject }) => state === 'open' && subject.kind === 'remedy');
  return undecided
    ? {
        rule: 'Do not promise the remedy: it waits for a decision.',
        because: `“${undecided.what}” is not allowed yet${undecided.approver ? `: ${undecided.approver.name} decides` : ''}. Say that you are working on it, and name no amount.`,
      }
    : null;
};

const movedBefore: Rule = ({ escalation: { commitments }, inWords }) => {
  const moved = commitments.find(({ state, movedFrom }) => state === 'open' && movedFrom.length > 0);
  return moved
    ? {
        rule: 'Do not move a date a second time.',
        because: `“${moved.text}” was promised for ${inWords(moved.movedFrom[0] ?? moved.dueAt)} first, and is now promised for ${inWords(moved.dueAt)}.`,
      }
    : null;
};

const waitsForThem: Rule = ({ escalation: { pause } }) =>
  pause
    ? {
        rule: 'Do not ask them something else before they have answered.',
        because: `We wait for their answer: ${pause.reason}`,
      }
    : null;

const nothingDecided: Rule = (situation) =>
  isDone(situation.escalation, 'solution') || remedyWaits(situation)
    ? null
    : {
        rule: 'No credit, no fix and no exception yet.',
        because: 'The solution is not decided. What needs approval is asked for first and promised after.',
      };

const dates: Rule = ({ escalation: { commitments }, inWords }) => {
  const open = commitments.find(({ state }) => state === 'open');
  return {
    rule: 'No new date unless you mean it.',
    because: open
      ? `“${open.text}” is promised for ${inWords(open.dueAt)}. A second date beside it weakens both.`
      : 'Every date is a promise with a clock and one person who keeps it.',
  };
};

const lateAlready: Rule = ({ escalation: { clocks }, nowMs }) =>
  clocks.some(({ state, metAt, dueAt }) => state !== 'cancelled' && metAt === null && Date.parse(dueAt) < nowMs)
    ? {
        rule: 'No excuse for the silence.',
        because: 'We are late by our own measure, and they have noticed. Say so in one sentence and go on.',
      }
    : null;

const secondRound: Rule = ({ escalation: { round } }) =>
  round > 1
    ? { rule: 'Do not say that it is solved.', because: `It was closed before and came back: this is round ${round}.` }
    : null;

const notTheFirst: Rule = ({ account }) => {
  const earlier = (account?.figures.all ?? 1) - 1;
  return earlier > 0
    ? {
        rule: 'Do not call it an exception.',
        because: `They had ${earlier} ${earlier === 1 ? 'escalation' : 'escalations'} with us before this one.`,
      }
    : null;
};

const othersToo: Rule = ({ escalation: { scope } }) =>
  scope === 'several-customers'
    ? { rule: 'Do not say that nobody else has this.', because: 'Several customers have. Do not name them either.' }
    : null;

const heardByOthers: Rule = (situation) => {
  const { escalation } = situation;
  if (!escalation.public && !escalation.threatensPublic) return null;
  return {
    rule: 'Nothing that others must not read tomorrow.',
    because: escalation.public ? 'They have gone public with it.' : 'They have said that they may go public.',
  };
};

const notAgain: Rule = ({ escalation: { narrative } }) => ({
  rule: 'Do not have them tell it all over again.',
  because: narrative.trim()
    ? 'Their words are on this page. Tell them what you understood, and ask whether that is right.'
    : 'Little of it is written down. Ask for what is missing only, and write it down for the next one.',
});

const noBlame: Rule = () => ({
  rule: 'No blame: no colleague, no other team, no partner, not them.',
  because: 'To the customer we are one company. The cause is cured inside, after the call.',
});

const rules: readonly Rule[] = [
  ...[brokenPromise, nobodyAnswered, noOwner, anotherOwns, causeUnknown, remedyWaits, nothingDecided, movedBefore],
  ...[dates, lateAlready, waitsForThem],
  ...[secondRound, notTheFirst, othersToo, heardByOthers, notAgain, noBlame],
];
