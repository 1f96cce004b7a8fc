import { Command } from 'commander';
import { connect } from '../api/connection';
import { allItems } from '../api/pages';
import { managersFirst, PEOPLE_SHAPE, personEntrySchema, personOf } from '../directory/people-csv';
import { readDirectoryCsv } from '../directory/directory-csv';
import { parseRows, writeDirectory } from '../directory/write-directory';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import { absencesCommand, awayCommand, backCommand } from './absences';
import type { Context } from './context';
import { leaveCommand, rejoinCommand } from './departures';
import type { WrittenPerson } from './departures';
import { directoryImport, directoryList, reportDirectory } from './directory';
import type { DirectoryImportOptions, DirectoryListOptions } from './directory';

interface PersonItem extends WrittenPerson {
  awayUntil: string | null;
  delegate: { name: string } | null;
}

/** `upstairs people`: the directory of people. */
export function peopleCommand(context: Context): Command {
  const list = directoryList('list people', 'manager').option('--role <role>', 'only those who hold it');
  list.action((options: DirectoryListOptions & { role?: string }) => listPeople(context, options));
  const columns =
    'id, name, title, email, roles (separated by ;), function, managerId, zone (UTC), available (yes), leftAt';
  const take = directoryImport('people', columns);
  take.action((file: string, options: DirectoryImportOptions) => importPeople(context, file, options));
  return new Command('people')
    .description('the directory of people')
    .addCommand(list)
    .addCommand(take)
    .addCommand(absencesCommand(context))
    .addCommand(awayCommand(context))
    .addCommand(backCommand(context))
    .addCommand(leaveCommand(context))
    .addCommand(rejoinCommand(context));
}

async function listPeople(
  { terminal, config }: Context,
  options: DirectoryListOptions & { role?: string },
): Promise<void> {
  const api = connect(config, options, 'manager', 'admin');
  const people: PersonItem[] = [];
  for await (const person of allItems<PersonItem>(api, '/v1/people', { role: options.role, limit: 1_000 })) {
    if (options.json) terminal.out(JSON.stringify(person));
    else people.push(person);
  }
  if (options.json) return;
  printTable(
    terminal,
    [
      { title: 'ID', of: (person) => person.id },
      { title: 'NAME', of: (person) => person.name },
      { title: 'TITLE', of: (person) => person.title, gives: true },
      { title: 'ROLES', of: (person) => person.roles.join(', ') },
      { title: 'FUNCTION', of: (person) => person.function },
      { title: 'MANAGER', of: (person) => person.managerId },
      { title: 'ZONE', of: (person) => person.zone },
      { title: 'HERE', of: presence },
    ],
    people,
  );
}

function presence({ available, awayUntil, delegate, leftAt }: PersonItem): string {
  if (leftAt !== null && Date.parse(leftAt) <= Date.now()) return 'has left';
  const standing = delegate ? `, ${delegate.name} stands in` : '';
  if (awayUntil !== null) return `away until ${moment(awayUntil)}${standing}`;
  return available ? 'yes' : 'away';
}

async function importPeople(
  { terminal, config }: Context,
  file: string,
  options: DirectoryImportOptions,
): Promise<void> {
  const read = await readDirectoryCsv(file, PEOPLE_SHAPE, options);
  const { entries, problems } = parseRows(read.rows, personEntrySchema, personOf);
  const api = connect(config, options, 'admin');
  const written = await writeDirectory(api, '/v1/people', 'people', managersFirst(entries));
  const { changed = 0, unchanged = 0 } = written.counts;
  reportDirectory(terminal, options, [...read.problems, ...problems, ...written.problems], {
    counts: { changed, unchanged },
    words: `${changed} people are new or changed, ${unchanged} were so already`,
  });
}
