import type { EscalationView } from '../../../../../api/views/escalation.schema';

/** A step or command that this person may do now. */
export type ActionView = EscalationView['actions'][number];

const COMMANDS_IN_ORDER = [
  'take-charge',
  'keep-commitment',
  'add-note',
  'record-contact',
  'interim-update',
  'reassign',
  'amend',
  'activate',
  'reopen',
  'withdraw',
];

/** What an import reports of itself is no act of a person. */
const NOT_FOR_PEOPLE = ['report-import'];

/** Everything that this person may do, the steps in their order first, then what is done most. */
export function offeredActions({ actions, steps }: EscalationView): ActionView[] {
  const names = [...steps.map(({ name }) => name), ...COMMANDS_IN_ORDER];
  const place = ({ name }: ActionView) => (names.includes(name) ? names.indexOf(name) : names.length);
  return actions.filter(({ name }) => !NOT_FOR_PEOPLE.includes(name)).sort((a, b) => place(a) - place(b));
}

/**
 * The one thing that this person should do next, as far as it is theirs: answer for an imported one, keep what was
 * promised before it can be closed, the step that is due, else silence a chain that climbs.
 */
export function nextAction(escalation: EscalationView): ActionView | null {
  const may = (name: string) => escalation.actions.find((action) => action.name === name);
  const activate = may('activate');
  if (activate) return activate;
  const step = offeredActions(escalation).find(({ kind }) => kind === 'step');
  const owes = escalation.commitments.some(({ state }) => state === 'open' || state === 'broken');
  if (owes && (!step || step.name === 'closure') && may('keep-commitment')) return may('keep-commitment') ?? null;
  if (step && !(step.name === 'closure' && owes)) return step;
  return climbs(escalation) ? (may('take-charge') ?? null) : null;
}

/** Whether a breach goes up and nobody has taken charge of it. */
export function climbs({ clocks }: EscalationView): boolean {
  return clocks.some(({ state, metAt, heldUntil }) => state === 'breached' && metAt === null && heldUntil === null);
}
