import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { oneLine } from '../output/printable';
import { printFacts, printTable } from '../output/table';
import type { Terminal } from '../output/terminal';
import { moment, spellIso, when } from '../output/when';
import { printJson } from './context';
import type { Context } from './context';

interface ExplainOptions extends ConnectionOptions {
  clock?: string;
  json?: boolean;
}

interface ClockReasons {
  id: string;
  what: string;
  state: string;
  anchor: { because: string; at: string };
  budget: string;
  policyLine: string;
  dueAt: string;
  metAt: string | null;
  breachedAt: string | null;
  responsible: { name: string; because: string } | null;
  chain: { name: string; title: string }[];
  next: { what: string; at: string; to: string[]; because: string } | null;
}

interface Explanation {
  ref: string;
  now: string;
  standing: string[];
  clocks: ClockReasons[];
  actions: { name: string; kind: string; possible: boolean; refusal: { detail: string } | null }[];
}

/** `upstairs explain`: why each clock stands where it does, and why an action is refused. */
export function explainCommand(context: Context): Command {
  const command = new Command('explain')
    .description('why each clock stands where it does, who is next and why, and why an action is refused')
    .argument('<ref>', 'its ref (UP-1042) or id')
    .option('--clock <id>', 'only this clock')
    .option('--json', "print the API's answer");
  return addConnectionOptions(command, 'manager').action((ref: string, options: ExplainOptions) =>
    explain(context, ref, options),
  );
}

async function explain({ terminal, config }: Context, ref: string, options: ExplainOptions): Promise<void> {
  const api = connect(config, options, 'manager', 'director');
  const reasons = await api.get<Explanation>(`/v1/escalations/${encodeURIComponent(ref)}/explain`);
  if (options.json) return printJson(terminal, reasons);
  terminal.out(terminal.style('bold', `${reasons.ref}, its now being ${moment(reasons.now)}`));
  for (const sentence of reasons.standing) terminal.out(oneLine(sentence));
  for (const clock of reasons.clocks) {
    if (options.clock !== undefined && clock.id !== options.clock) continue;
    terminal.out();
    printClock(terminal, clock, reasons.now);
  }
  if (options.clock === undefined) printActions(terminal, reasons);
}

function printClock(terminal: Terminal, clock: ClockReasons, now: string): void {
  terminal.out(terminal.style('bold', oneLine(`${clock.id}: ${clock.state}`)));
  printFacts(terminal, [
    ['watches', clock.what],
    ['counts from', `${clock.anchor.because}, ${moment(clock.anchor.at)}`],
    ['budget', `${spellIso(clock.budget)} (${clock.policyLine})`],
    ['due', when(clock.dueAt, now)],
    ['ran out', clock.breachedAt && when(clock.breachedAt, now)],
    ['done', clock.metAt && when(clock.metAt, now)],
    ['responsible', clock.responsible && `${clock.responsible.name}: ${clock.responsible.because}`],
    ['chain', clock.chain.length > 0 ? clock.chain.map(({ name, title }) => `${name} (${title})`).join(' → ') : null],
    ['next', clock.next && nextInWords(clock.next, now)],
  ]);
}

function nextInWords({ what, at, to, because }: NonNullable<ClockReasons['next']>, now: string): string {
  return `${what}${to.length > 0 ? ` to ${to.join(', ')}` : ''} ${when(at, now)}, because ${because}`;
}

function printActions(terminal: Terminal, { actions }: Explanation): void {
  const possible = actions.filter((action) => action.possible).map(({ name }) => name);
  terminal.out(`\n${terminal.style('bold', 'You may')}  ${possible.join(', ') || 'do nothing now'}`);
  const refused = actions.filter((action) => !action.possible);
  if (refused.length === 0) return;
  terminal.out();
  printTable(
    terminal,
    [
      { title: 'NOT NOW', of: (action) => action.name },
      { title: 'BECAUSE', of: (action) => action.refusal?.detail, gives: true },
    ],
    refused,
  );
}
