import { Command } from 'commander';
import type { ApiClient } from '../api/client';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { allItems } from '../api/pages';
import { EXIT } from '../exit-codes';
import { CliFailure } from '../failure';
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
  id: string;
  personId: string;
  from: string;
  until: string;
  delegate: { name: string } | null;
  note: string | null;
  writtenBy: { name: string };
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
  const answer = await api.post<AbsenceItem>(absencesOf(person), { from, until, delegateId: delegate ?? null, note });
  if (options.json) return printJson(terminal, answer);
  terminal.out(`${answer.personId} is away ${inWords(answer)}.`);
}

/** `upstairs people absences`: who is away, and who said so. */
export function absencesCommand(context: Context): Command {
  const command = new Command('absences')
    .description('list who is away or will be, who stands in and who wrote it')
    .argument('[person]', 'their id, or me: theirs alone, with those that ended in the last week')
    .option('--json', 'print each as a line of JSON');
  return addConnectionOptions(command, 'manager').action((person: string | undefined, options: ListOptions) =>
    listAbsences(context, person, options),
  );
}

async function listAbsences(
  { terminal, config }: Context,
  person: string | undefined,
  options: ListOptions,
): Promise<void> {
  const api = connect(config, options, 'manager');
  const absences = person === undefined ? await absencesToCome(api) : await readAbsences(api, person);
  if (options.json) return absences.forEach((absence) => terminal.out(JSON.stringify(absence)));
  if (absences.length === 0) return terminal.out('None.');
  printTable(
    terminal,
    [
      { title: 'PERSON', of: ({ personId }) => personId },
      { title: 'FROM', of: ({ from }) => moment(from) },
      { title: 'UNTIL', of: ({ until }) => moment(until) },
      { title: 'STANDS IN', of: ({ delegate }) => delegate?.name },
      { title: 'WRITTEN BY', of: ({ writtenBy }) => writtenBy.name },
      { title: 'NOTE', of: ({ note }) => note, gives: true },
      { title: 'ID', of: ({ id }) => id },
    ],
    absences,
  );
}

/** Everybody's absences that are not over, the next first: people say whether they have any, not which id those have. */
async function absencesToCome(api: ApiClient): Promise<AbsenceItem[]> {
  const found: AbsenceItem[] = [];
  for await (const { id, absences } of allItems<{ id: string; absences: unknown[] }>(api, '/v1/people', {
    limit: 1_000,
  }))
    if (absences.length > 0) found.push(...(await readAbsences(api, id)));
  const now = Date.now();
  return found
    .filter(({ until }) => Date.parse(until) > now)
    .sort((one, other) => Date.parse(one.from) - Date.parse(other.from));
}

/** `upstairs people back`: takes an absence back. */
export function backCommand(context: Context): Command {
  const command = new Command('back')
    .description('take an absence back: one to come is called off, one that has begun ends now')
    .argument('<person>', 'their id, or me')
    .argument('<absence>', 'its id, as `people absences` lists it')
    .option('--json', 'print the absence that was taken back');
  return addConnectionOptions(command, 'manager').action((person: string, id: string, options: ListOptions) =>
    takeBack(context, person, id, options),
  );
}

async function takeBack(
  { terminal, config }: Context,
  person: string,
  id: string,
  options: ListOptions,
): Promise<void> {
  const api = connect(config, options, 'manager');
  const absence = (await readAbsences(api, person)).find((one) => one.id === id);
  if (!absence) throw new CliFailure(EXIT.notFound, `${person} has no absence with the id "${id}".`);
  await api.send('DELETE', `${absencesOf(person)}/${encodeURIComponent(id)}`);
  if (options.json) return printJson(terminal, absence);
  terminal.out(`Taken back: ${absence.personId} away ${inWords(absence)}.`);
}

async function readAbsences(api: ApiClient, person: string): Promise<AbsenceItem[]> {
  return (await api.get<{ items: AbsenceItem[] }>(absencesOf(person))).items;
}

function absencesOf(person: string): string {
  return `/v1/people/${encodeURIComponent(person)}/absences`;
}

function inWords({ from, until, delegate }: AbsenceItem): string {
  const standing = delegate ? `${delegate.name} stands in` : 'nobody stands in';
  return `from ${moment(from)} until ${moment(until)}; ${standing}`;
}
