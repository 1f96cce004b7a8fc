import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { COMMAND_GROUPS, groupOf, STEPS_TITLE } from '../../../words/action-groups';
import type { FormSubject } from '../escalation-search';
import { watchingClocks } from '../glance/due';

/** A step or command that this person may do now. */
export type ActionView = EscalationView['actions'][number];

/** What somebody should do next, and what its form is about. */
export interface NextAction extends Pick<ActionView, 'name' | 'kind'> {
  about?: FormSubject;
}

/** What an import reports of itself is no act of a person. */
const NOT_FOR_PEOPLE = ['report-import'];

/** Actions that are offered together, under their title. */
export interface OfferedGroup {
  title: string;
  actions: readonly ActionView[];
}

/** Everything that this person may do: the steps in their order first, then each group by what is done most. */
export function offeredGroups({ actions, steps }: EscalationView): OfferedGroup[] {
  const order = [...steps.map(({ name }) => name), ...COMMAND_GROUPS.flatMap(({ names }) => names)];
  const place = ({ name }: ActionView) => (order.includes(name) ? order.indexOf(name) : order.length);
  const offered = actions.filter(({ name }) => !NOT_FOR_PEOPLE.includes(name)).sort((a, b) => place(a) - place(b));
  const titleOf = ({ kind, name }: ActionView) => (kind === 'step' ? STEPS_TITLE : groupOf(name));
  return [STEPS_TITLE, ...COMMAND_GROUPS.map(({ title }) => title)]
    .map((title) => ({ title, actions: offered.filter((action) => titleOf(action) === title) }))
    .filter((group) => group.actions.length > 0);
}

/**
 * The one thing that this person should do next, as far as it is theirs: answer for an imported one, what waits for
 * them by name, the step that is late or comes first, a decision that anybody with the authority may take, keep what was promised
 * before it can be closed, else silence a chain that climbs.
 */
export function nextAction(escalation: EscalationView, myId: string): NextAction | null {
  const may = (name: string, about?: FormSubject): NextAction | null => {
    const action = escalation.actions.find((one) => one.name === name);
    return action ? { name, kind: action.kind, about } : null;
  };
  const undecided = escalation.approvals.find(({ state }) => state === 'open');
  return (
    may('activate') ??
    waitingForMe(escalation, myId, may) ??
    nextStep(escalation, may) ??
    (undecided ? may('decide-approval', { approvalId: undecided.id }) : null) ??
    owedPromise(escalation, myId, may) ??
    (climbs(escalation) ? may('take-charge') : null)
  );
}

type May = (name: string, about?: FormSubject) => NextAction | null;

/** What was put to this person by name: an offer, a decision, a task. */
function waitingForMe(escalation: EscalationView, myId: string, may: May): NextAction | null {
  const { handOver, approvals, tasks } = escalation;
  const asked = approvals.find(({ state, approver }) => state === 'open' && approver?.id === myId);
  const task = tasks
    .filter(({ state, person, blockedBy }) => state === 'open' && person.id === myId && blockedBy.length === 0)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  return (
    (handOver?.to.id === myId ? may('accept-hand-over') : null) ??
    (asked ? may('decide-approval', { approvalId: asked.id }) : null) ??
    (task ? may('complete-task', { taskId: task.id }) : null)
  );
}

/** The step whose time has run out, else the earliest that may be done. */
function nextStep(escalation: EscalationView, may: May): NextAction | null {
  const possible = possibleSteps(escalation);
  const late = escalation.clocks.filter(({ state, metAt }) => state === 'breached' && metAt === null);
  const [first] = possible.filter((name) => late.some(({ id }) => id === name)).concat(possible);
  return first === undefined ? null : may(first);
}

/** The steps that this person may do now, in their order; it is not closed while something is owed. */
function possibleSteps({ steps, actions, commitments }: EscalationView): string[] {
  const offered = steps.filter(({ name }) => actions.some((action) => action.kind === 'step' && action.name === name));
  return offered.map(({ name }) => name).filter((name) => !(name === 'closure' && commitments.some(isOwed)));
}

/** Where a step is the next thing to do: the one that is due first, or comes first, if that is another. */
export function besideStep(escalation: EscalationView, next: NextAction | null): string | null {
  if (next?.kind !== 'step') return null;
  const possible = possibleSteps(escalation);
  const due = watchingClocks(escalation.clocks)[0]?.id;
  const [first] = possible;
  return [due, first].find((name) => name && name !== next.name && possible.includes(name)) ?? null;
}

/** What is this person's to keep, or is past its date, whoever keeps it. */
function owedPromise({ commitments, owner }: EscalationView, myId: string, may: May): NextAction | null {
  const owed = commitments
    .filter(isOwed)
    .filter(({ state, responsible }) => state === 'broken' || responsible.id === myId || owner?.id === myId);
  const [promise] = owed;
  if (!promise) return null;
  return may('keep-commitment', owed.length === 1 ? { commitmentId: promise.id } : undefined);
}

const isOwed = ({ state }: EscalationView['commitments'][number]) => state === 'open' || state === 'broken';

/** Whether a breach goes up and nobody has taken charge of it. */
export function climbs({ clocks }: EscalationView): boolean {
  return clocks.some(({ state, metAt, heldUntil }) => state === 'breached' && metAt === null && heldUntil === null);
}
