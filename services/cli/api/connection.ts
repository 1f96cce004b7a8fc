import type { Command } from 'commander';
import { wrongUsage } from '../failure';
import { ApiClient } from './client';
import { dataFolderPath, findDemoPerson, readDemoPeople } from './demo-people';
import type { DemoPerson } from './demo-people';

/** The options with which every command reaches the API. */
export interface ConnectionOptions {
  api?: string;
  key?: string;
  as?: string;
}

/** What the configuration says about reaching the API. */
export interface ConnectionConfig {
  apiUrl: string;
  apiKey: string | null;
  dataFolder: string;
}

/** Adds `--api`, `--key` and `--as` to a command; `usuallyAs` says who it is by default in a demo. */
export function addConnectionOptions(command: Command, usuallyAs: string): Command {
  return command
    .option('--api <url>', 'address of Upstairs (UPSTAIRS_API, else http://localhost:4400)')
    .option('--key <key>', 'your API key (UPSTAIRS_KEY)')
    .option(
      '--as <who>',
      `demo only: act as this person of demo-keys.json: an id, a name or a role (usually ${usuallyAs})`,
    );
}

/** The API as the person whom the options name, or by default the first demo person who is one of `usuallyAs`. */
export function connect(config: ConnectionConfig, options: ConnectionOptions, ...usuallyAs: string[]): ApiClient {
  const url = baseUrl(options.api ?? config.apiUrl);
  if (options.key !== undefined && options.as !== undefined) wrongUsage('Give either --key or --as, not both.');
  if (options.key !== undefined) return new ApiClient(url, options.key);
  if (options.as === undefined && config.apiKey !== null) return new ApiClient(url, config.apiKey);
  return new ApiClient(url, demoPerson(config, options.as, usuallyAs).key);
}

/** Whether the demo's keys decide who acts, so that a command may choose the person that fits. */
export function actsAsDemoPeople(config: ConnectionConfig, options: ConnectionOptions): boolean {
  return options.key === undefined && options.as === undefined && config.apiKey === null;
}

/** The API's address as given, or a refusal of one that is none. */
export function baseUrl(given: string): string {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    wrongUsage(`"${given}" is no address of the form http://host:port.`);
  }
  return new URL(given).href.replace(/\/+$/, '');
}

function demoPerson(config: ConnectionConfig, as: string | undefined, usually: readonly string[]): DemoPerson {
  const people = readDemoPeople(config.dataFolder);
  if (people === null) {
    return wrongUsage(
      'No key: give --key or set UPSTAIRS_KEY.',
      `(A demo system keeps its keys in ${dataFolderPath(config.dataFolder)}/demo-keys.json, which is not there: was it started?)`,
    );
  }
  const wanted = as === undefined ? usually : [as];
  const found = wanted.map((who) => findDemoPerson(people, who)).find((person) => person !== undefined);
  if (found) return found;
  const known = people.map((person) => `${person.id} (${person.name}; ${person.roles.join(', ')})`);
  return wrongUsage(`Nobody in demo-keys.json is "${wanted.join('" or "')}". They are:`, ...known);
}
