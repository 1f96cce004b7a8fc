import { printFacts, printTable } from '../output/table';
import { moment, relative, spellIso, when } from '../output/when';
import { oneLine } from '../output/printable';
import { printTasks } from './show-tasks';
import type { ClockView, EscalationView } from '../api/views';
import type { Terminal } from '../output/terminal';

/** Prints an escalation for a person: what it is, its steps, its clocks, its promises, what one may do next. */
export function printEscalation(terminal: Terminal, escalation: EscalationView): void {
  printHead(terminal, escalation);
  terminal.out();
  printSteps(terminal, escalation);
  const clocks = escalation.clocks.filter((clock) => clock.state !== 'cancelled');
  if (clocks.length > 0) {
    terminal.out();
    printClocks(terminal, clocks, escalation.now);
  }
  if (escalation.commitments.length > 0) {
    terminal.out();
    printCommitments(terminal, escalation);
  }
  if (escalation.tasks.length > 0) {
    terminal.out();
    printTasks(terminal, escalation);
  }
  const actions = (escalation.actions ?? []).map((action) => action.name);
  if (actions.length > 0) terminal.out(`\n${terminal.style('bold', 'You may')}  ${actions.join(', ')}`);
}

/** One line that says where an escalation stands: for after a change. */
export function printStanding(terminal: Terminal, escalation: EscalationView): void {
  const owner = escalation.owner ? `owner ${escalation.owner.name}` : 'no owner yet';
  const stage = escalation.stage === null ? '' : `, ${escalation.stage} next`;
  const { ref, priority, status, summary } = escalation;
  terminal.out(`${ref}  ${priority.level}  ${status}${stage}, ${oneLine(owner)}  ${oneLine(summary)}`);
}

function printHead(terminal: Terminal, escalation: EscalationView): void {
  const { priority, now } = escalation;
  terminal.out(terminal.style('bold', `${escalation.ref}  ${oneLine(escalation.summary)}`));
  const factors = priority.factors.map((factor) => `${factor.name} ${factor.points} (${factor.because})`).join(' + ');
  printFacts(terminal, [
    ['account', `${escalation.account.name} (${escalation.account.tier ?? 'tier unknown'})`],
    ['status', `${escalation.status}${escalation.quiet ? ', quiet until it is activated' : ''}`],
    ['stage', escalation.stage],
    ['priority', `${priority.level}, ${priority.score} points: ${factors}`],
    ['owner', escalation.owner?.name ?? 'nobody yet'],
    ...together(escalation),
    ['manager', escalation.escalationManager?.name],
    ['sponsor', escalation.sponsor && `${escalation.sponsor.person.name}, facing ${escalation.sponsor.facing}`],
    ['team', escalation.team.map(({ person, role }) => `${person.name} (${role})`).join(', ') || null],
    ['counterpart', escalation.counterpart?.name],
    ['received', `${when(escalation.receivedAt, now)} by ${escalation.door}`],
    ['root cause', escalation.rootCause],
    ['its now', moment(now)],
    ['id', escalation.id],
  ]);
}

/** What it has to do with others; nothing where that is nothing. */
function together({ mergedInto, absorbed, umbrella, children, links }: EscalationView): [string, string | null][] {
  return [
    ['merged into', mergedInto?.ref ?? null],
    ['merged here', absorbed.length > 0 ? absorbed.map(({ ref }) => ref).join(', ') : null],
    ['umbrella', umbrella?.ref ?? null],
    ['umbrella of', children.count > 0 ? `${children.count} others` : null],
    ['linked', links.length > 0 ? links.map(({ kind, other }) => `${kind} ${other.ref}`).join(', ') : null],
  ];
}

function printSteps(terminal: Terminal, { steps, now }: EscalationView): void {
  printTable(
    terminal,
    [
      { title: 'STEP', of: (step) => step.name },
      { title: 'STATE', of: (step) => step.state },
      { title: 'DONE', of: (step) => (step.completedAt ? when(step.completedAt, now) : null) },
      { title: 'BY', of: (step) => step.completedBy?.name },
    ],
    steps,
  );
}

function printClocks(terminal: Terminal, clocks: readonly ClockView[], now: string): void {
  printTable(
    terminal,
    [
      { title: 'CLOCK', of: (clock) => clock.id },
      { title: 'STATE', of: clockStanding },
      { title: 'DUE', of: (clock) => when(clock.dueAt, now) },
      { title: 'REMAINS', of: remains },
      { title: 'NEXT', of: (clock) => (clock.next ? `${clock.next.rung} ${relative(clock.next.at, now)}` : null) },
    ],
    clocks,
  );
}

function remains(clock: ClockView): string | null {
  if (clock.overdue !== null) return `overdue ${spellIso(clock.overdue)}`;
  return clock.remaining === null ? null : spellIso(clock.remaining);
}

/** A clock's state in words: one that was met after its end says so. */
function clockStanding(clock: ClockView): string {
  if (clock.state === 'breached' && clock.metAt !== null) return 'breached, done late';
  if (clock.state === 'met' && clock.breachedAt !== null) return 'met, recorded late';
  return clock.state;
}

function printCommitments(terminal: Terminal, { commitments, now }: EscalationView): void {
  printTable(
    terminal,
    [
      { title: 'PROMISE', of: (commitment) => commitment.text, gives: true },
      { title: 'STATE', of: (commitment) => commitment.state },
      { title: 'DUE', of: (commitment) => when(commitment.dueAt, now) },
      { title: 'BY', of: (commitment) => commitment.responsible?.name },
      { title: 'ID', of: (commitment) => commitment.id },
    ],
    commitments,
  );
}
