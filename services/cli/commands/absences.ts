import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import type { Context } from './context';
import { printJson } from './context';

type ListOptions = ConnectionOptions & { json?: boolean };

interface AwayOptions extends ConnectionOptions {
  from: string;
  until: string;
  delegate?: string;
  note?: string;
  json?: boolean;
}

interface AbsenceItem {
  from: string;
  until: string;
  delegate: { name: string } | null;
  note: string | null;
  writtenBy: { name: string };
}

interface LeaveOptions extends ConnectionOptions {
  since?: string;
  json?: boolean;
}

/** `upstairs people away`: says that somebody is away. */
export function awayCommand(context: Context): Command {
  const command = new Command('away')
    .description('say that somebody is away, and who stands in for them')
    .argument('<person>', 'their id, or me')
    .requiredOption('--from <day>', 'the first day (2026-12-21), in their zone, or a moment')
    .requiredOption('--until <day>', 'the last day, or the moment when they are back')
    .option('--delegate <person>', 'the id of whoever stands in')
    .option('--note <text>', 'why')
    .option('--json', 'print the answer as it is');
  return addConnectionOptions(command, 'manager').action((person: string, options: AwayOptions) =>
    writeAway(context, person, options),
  );
}

async function writeAway({ terminal, config }: Context, person: string, options: AwayOptions): Promise<void> {
  const api = connect(config, options, 'manager');
  const { from, until, delegate, note } = options;
  const answer = await api.post<{ from: string; until: string; delegate: { name: string } | null }>(
    `/v1/people/${encodeURIComponent(person)}/absences`,
    { from, until, delegateId: delegate ?? null, note },
  );
  if (options.json) return printJson(terminal, answer);
  const standing = answer.delegate ? `${answer.delegate.name} stands in` : 'nobody stands in';
  terminal.out(`${person} is away from ${moment(answer.from)} until ${moment(answer.until)}; ${standing}.`);
}

/** `upstairs people absences`: when somebody is away, and who said so. */
export function absencesCommand(context: Context): Command {
  const command = new Command('absences')
    .description('list when somebody is away, who stands in and who wrote it')
    .argument('<person>', 'their id, or me')
    .option('--json', 'print each as a line of JSON');
  return addConnectionOptions(command, 'manager').action((person: string, options: ListOptions) =>
    listAbsences(context, person, options),
  );
}

async function listAbsences({ terminal, config }: Context, person: string, options: ListOptions): Promise<void> {
  const api = connect(config, options, 'manager');
  const { items } = await api.get<{ items: AbsenceItem[] }>(`/v1/people/${encodeURIComponent(person)}/absences`);
  if (options.json) for (const item of items) terminal.out(JSON.stringify(item));
  else
    printTable(
      terminal,
      [
        { title: 'FROM', of: ({ from }) => moment(from) },
        { title: 'UNTIL', of: ({ until }) => moment(until) },
        { title: 'STANDS IN', of: ({ delegate }) => delegate?.name },
        { title: 'WRITTEN BY', of: ({ writtenBy }) => writtenBy.name },
        { title: 'NOTE', of: ({ note }) => note, gives: true },
      ],
      items,
    );
}

/** `upstairs people leave`: says that somebody leaves the company. */
export function leaveCommand(context: Context): Command {
  const command = new Command('leave')
    .description('say that somebody leaves the company: what is theirs passes on')
    .argument('<person>', 'their id')
    .option('--since <moment>', 'ISO 8601; absent: now')
    .option('--json', 'print the answer as it is');
  return addConnectionOptions(command, 'admin').action((person: string, options: LeaveOptions) =>
    leaveCompany(context, person, options),
  );
}

async function leaveCompany({ terminal, config }: Context, person: string, options: LeaveOptions): Promise<void> {
  const api = connect(config, options, 'admin');
  const answer = await api.post<{
    leftAt: string;
    to: { name: string } | null;
    escalations: number;
    places: Record<string, number>;
  }>(`/v1/people/${encodeURIComponent(person)}/leave`, { leftAt: options.since });
  if (options.json) return printJson(terminal, answer);
  const places = Object.entries(answer.places).map(([kind, count]) => `${count} as ${kind}`);
  const held = places.length > 0 ? `: ${places.join(', ')}` : '';
  terminal.out(
    `${person} leaves ${moment(answer.leftAt)}, with something in ${answer.escalations} escalations${held}.`,
  );
  terminal.out(`It passes to ${answer.to?.name ?? 'whoever is on duty'}.`);
}
