import type { ConnectionConfig } from '../api/connection';
import type { ServersConfig } from '../direct/servers';
import type { Terminal } from '../output/terminal';

/** What every command gets: where it writes, and how it reaches the API when nothing else is said. */
export interface Context {
  terminal: Terminal;
  config: ConnectionConfig & ServersConfig;
}

/** Prints an answer of the API as it is, for machines. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2));
}
