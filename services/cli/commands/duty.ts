import { Command, InvalidArgumentError } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import type { Context } from './context';
import { printJson } from './context';

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

interface DutyOptions extends ConnectionOptions {
  days: number;
  json?: boolean;
}

const BY = { rota: 'by the rota', delegate: 'stands in', list: 'by the duty list' } as const;

/** `upstairs duty`: who is on duty, and when nobody is. */
export function dutyCommand(context: Context): Command {
  const command = new Command('duty')
    .description('who is on duty in the next days, and when nobody is')
    .option('--days <days>', 'so many days ahead, 90 at most', wholeDays, 14)
    .option('--json', 'print the answer as it is');
  return addConnectionOptions(command, 'manager').action((options: DutyOptions) => showDuty(context, options));
}

async function showDuty({ terminal, config }: Context, options: DutyOptions): Promise<void> {
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
  for (const { from, until, because } of answer.gaps) {
    terminal.err(`GAP from ${moment(from)} until ${moment(until)}: ${because}.`);
  }
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 90) throw new InvalidArgumentError('must be 1 to 90.');
  return days;
}
