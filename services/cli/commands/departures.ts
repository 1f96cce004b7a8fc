import { Command } from 'commander';
import type { ApiClient } from '../api/client';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { allItems } from '../api/pages';
import { EXIT } from '../exit-codes';
import { CliFailure } from '../failure';
import { moment } from '../output/when';
import type { Context } from './context';
import { printJson } from './context';

interface LeaveOptions extends ConnectionOptions {
  since?: string;
  json?: boolean;
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

type RejoinOptions = ConnectionOptions & { json?: boolean };

/** Somebody of the directory, as they are written into it. */
export interface WrittenPerson {
  id: string;
  name: string;
  title: string;
  email: string;
  roles: string[];
  function: string;
  managerId: string | null;
  zone: string;
  available: boolean;
  leftAt: string | null;
}

/** `upstairs people rejoin`: takes a departure back. */
export function rejoinCommand(context: Context): Command {
  const command = new Command('rejoin')
    .description('take a departure back: who was to leave stays, and who has left is with the company again')
    .argument('<person>', 'their id')
    .option('--json', 'print the answer as it is');
  return addConnectionOptions(command, 'admin').action((person: string, options: RejoinOptions) =>
    rejoinCompany(context, person, options),
  );
}

async function rejoinCompany({ terminal, config }: Context, id: string, options: RejoinOptions): Promise<void> {
  const api = connect(config, options, 'admin');
  const person = await findPerson(api, id);
  const { name, leftAt } = person;
  if (leftAt === null) throw new CliFailure(EXIT.failed, `${name} does not leave: there is nothing to take back.`);
  const answer = await api.post('/v1/people', { people: [{ ...person, leftAt: null }] });
  if (options.json) return printJson(terminal, answer);
  if (Date.parse(leftAt) > Date.now())
    return terminal.out(`${name} stays: they do not leave ${moment(leftAt)} any more.`);
  terminal.out(`${name} is with the company again. What has passed on stays where it is.`);
  terminal.out(`Their old keys stay dead; a new one: upstairs keys create --person ${id}`);
}

/** What the directory says of somebody, as far as people write it. */
async function findPerson(api: ApiClient, wanted: string): Promise<WrittenPerson> {
  for await (const person of allItems<WrittenPerson>(api, '/v1/people', { limit: 1_000 })) {
    if (person.id !== wanted) continue;
    const { id, name, title, email, roles, function: does, managerId, zone, available, leftAt } = person;
    return { id, name, title, email, roles, function: does, managerId, zone, available, leftAt };
  }
  throw new CliFailure(EXIT.notFound, `Nobody in the directory has the id "${wanted}".`);
}
