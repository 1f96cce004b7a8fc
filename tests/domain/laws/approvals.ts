import type { Approval } from '../../../domain/escalation/approvals/approval';
import type { EscalationEvent, EventData } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Actor, Role } from '../../../domain/people';
import { asksFor, enough, namedIn, sameRemedy, type Proposed } from './allowed';
import type { Law, Watch } from './law';
import { requiring } from './law';
import { clockBy, waits } from './line';

/** The decisions about remedies that are owed in the present round. */
function undecided({ approvals, round }: Escalation): Approval[] {
  return approvals.filter((one) => one.state === 'open' && one.round === round && one.subject.kind === 'remedy');
}

const rolesOf = (state: Escalation, id: string): readonly Role[] => state.people[id]?.roles ?? [];

const UNDECIDED = 'no remedy is promised or done past an undecided one';

class NotPast implements Watch {
  private readonly require = requiring(UNDECIDED);

  event(event: EscalationEvent, before: Escalation): void {
    if (event.type === 'customer.informed')
      this.told(before, [event.data.message.subject ?? '', event.data.message.body]);
    if (event.type === 'commitment.made' && !event.data.from) this.promised(event.data, before);
    if (event.type !== 'step.completed' || event.data.sharedFrom) return;
    const { step, body } = event.data;
    if (step === 'customer-update') this.told(before, textsIn(body));
    if (step === 'solution') this.done(before, event.actor, body as Proposed);
  }

  private told(state: Escalation, words: readonly string[]): void {
    for (const { id, subject } of undecided(state)) {
      const amount = subject.kind === 'remedy' ? subject.amount : null;
      const said = amount && words.find((text) => namedIn(text, amount));
      this.require(!said, () => `"${said}" names the amount of ${id}`);
    }
  }

  private promised({ commitmentId, text, remedy }: EventData['commitment.made'], state: Escalation): void {
    this.told(state, [text]);
    const open = undecided(state)[0];
    this.require(!remedy || !open, () => `${commitmentId} promises the remedy, ${open?.id} is open`);
  }

  private done(state: Escalation, actor: Actor | null, remedy: Proposed): void {
    const allowed = state.approvals.some(
      (one) => one.state === 'approved' && one.usedAt === null && one.round === state.round && sameRemedy(one, remedy),
    );
    const own = state.policy.authority === null || enough(actor?.roles ?? [], remedy);
    this.require(own || allowed, () => `${actor?.id} did ${JSON.stringify(remedy)}, which nobody allowed`);
  }
}

function textsIn(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsIn) : [];
}

const DECIDED = 'a decision is made by somebody with the authority, who neither asked for it nor owns the escalation';
const decided: Law = {
  name: DECIDED,
  watch() {
    const require = requiring(DECIDED);
    return {
      event(event, before) {
        if (event.type !== 'approval.decided') return;
        const { actor, at } = event;
        const approval = before.approvals.find(({ id }) => id === event.data.approvalId);
        require(!!actor && approval?.state === 'open', () => `${event.data.approvalId} was not open`);
        if (!actor || !approval) return;
        require(actor.id !== approval.requestedBy.id && actor.id !== before.ownerId, () =>
          `${actor.id} decides on their own ${approval.id}`);
        const asked = asksFor(before, approval, actor.id, at);
        const { subject, approverId } = approval;
        if (subject.kind === 'message') return require(asked, () => `${actor.id} was not asked about ${approval.id}`);
        const remedy = { kind: subject.solution, credit: subject.amount };
        const lent = asked && enough(rolesOf(before, approverId ?? ''), remedy);
        require(lent || enough(actor.roles, remedy), () => `${actor.id} has not the authority for ${approval.id}`);
      },
    };
  },
};

const USED = 'an approval is used once, for its remedy and its amount';
const used: Law = {
  name: USED,
  watch() {
    const require = requiring(USED);
    let last: EscalationEvent | null = null;
    return {
      event(event, before) {
        if (event.type === 'approval.used') {
          const approval = before.approvals.find(({ id }) => id === event.data.approvalId);
          require(approval?.state === 'approved' && approval.usedAt === null, () =>
            `${event.data.approvalId} is ${approval?.state}, used at ${approval?.usedAt}`);
          if (approval?.subject.kind === 'remedy') {
            const body = last?.type === 'step.completed' && last.data.step === 'solution' ? last.data.body : null;
            require(body !== null && sameRemedy(approval, body as Proposed), () =>
              `${approval.id} is used for ${JSON.stringify(body)}`);
          }
        }
        last = event;
      },
    };
  },
};

const HELD = 'what is held is done as soon as it is allowed, or lapses: never both, never neither, and nothing before';
const held: Law = {
  name: HELD,
  watch() {
    const require = requiring(HELD);
    return {
      accepted(_command, before, events) {
        for (const event of events) {
          if (event.type === 'approval.requested' && event.data.attempt) {
            const early = events.find(({ type }) => type === 'step.completed' || type === 'customer.informed');
            require(!early, () => `${event.data.approvalId} is asked for, and ${early?.type} already`);
          }
          if (event.type !== 'approval.decided') continue;
          const { approvalId, decision } = event.data;
          const attempt = before.approvals.find(({ id }) => id === approvalId)?.attempt;
          const ends = events.filter(
            (one) =>
              (one.type === 'approval.used' || one.type === 'attempt.lapsed') && one.data.approvalId === approvalId,
          );
          const wanted = attempt && decision === 'approved' ? 1 : 0;
          require(ends.length === wanted, () =>
            `${approvalId} was ${decision}: ${ends.map(({ type }) => type).join()}`);
        }
      },
    };
  },
};

const CLOCKED = 'a decision that is owed has a clock of its own, until it is made or not needed any more';
const clocked: Law = {
  name: CLOCKED,
  watch() {
    const require = requiring(CLOCKED);
    return {
      rest(state) {
        for (const { id, state: is } of state.approvals) {
          const runs = waits(clockBy(state, `approval:${id}`));
          require(runs === (is === 'open'), () =>
            `${id} is ${is}, its clock ${clockBy(state, `approval:${id}`).state}`);
        }
        const owed = state.approvals.some((one) => one.state === 'open');
        require(!owed || state.status === 'open' || state.status === 'paused', () => `${state.status} with one open`);
      },
    };
  },
};

/** Authority, and what waits for it. */
export const approvalLaws: readonly Law[] = [
  { name: UNDECIDED, watch: () => new NotPast() },
  decided,
  used,
  held,
  clocked,
];
