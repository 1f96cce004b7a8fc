import type { ApiClient } from '../api/client';
import { connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { printTable } from '../output/table';
import type { Terminal } from '../output/terminal';
import { moment } from '../output/when';

interface DutyAnswer {
  shifts: {
    from: string;
    until: string;
    onShift: { name: string } | null;
    answers: { name: string } | null;
    by: 'rota' | 'delegate' | 'list' | null;
    gap: boolean;
  }[];
  gaps: { from: string; until: string; because: string }[];
}

/** The options of every command about duty. */
export interface DutyOptions extends ConnectionOptions {
  json?: boolean;
}

/** The options of `duty show`. */
export interface ShowOptions extends DutyOptions {
  days: number;
}

const BY = { rota: 'by the rota', delegate: 'stands in', list: 'by the duty list' } as const;
const DAYS_AHEAD = 14;

/** Shows who is on duty in the next days, and when nobody is. */
export async function showDuty({ terminal, config }: Context, options: ShowOptions): Promise<void> {
  const api = connect(config, options, 'manager');
  const answer = await api.get<DutyAnswer>('/v1/duty', { days: options.days });
  if (options.json) return printJson(terminal, answer);
  printTable(
    terminal,
    [
      { title: 'FROM', of: ({ from }) => moment(from) },
      { title: 'UNTIL', of: ({ until }) => moment(until) },
      { title: 'ON SHIFT', of: ({ onShift }) => onShift?.name },
      { title: 'ANSWERS', of: ({ answers }) => answers?.name, gives: true },
      { title: '', of: ({ by, gap }) => (gap ? 'GAP' : by ? BY[by] : '') },
    ],
    answer.shifts,
  );
  printGaps(terminal, answer);
}

/** Says after a change when nobody is on duty in the next days. */
export async function tellGapsAhead(terminal: Terminal, api: ApiClient): Promise<void> {
  const answer = await api.get<DutyAnswer>('/v1/duty', { days: DAYS_AHEAD });
  if (answer.gaps.length === 0) terminal.out(`No gap in the next ${DAYS_AHEAD} days.`);
  printGaps(terminal, answer);
}

function printGaps(terminal: Terminal, { gaps }: DutyAnswer): void {
  for (const { from, until, because } of gaps) {
    terminal.err(`GAP from ${moment(from)} until ${moment(until)}: ${because}.`);
  }
}
