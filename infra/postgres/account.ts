import { execFileSync, spawnSync } from 'node:child_process';
import { SetupFailure } from '../processes/failure';

/** An account of the system that a process can run as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account that Postgres runs as when we are root, since Postgres refuses to be root: `postgres`, which is made when
 * it is missing.
 */
export function postgresAccount(): Account {
  const account = lookUp() ?? create();
  if (account) return account;
  throw new SetupFailure(
    'Postgres refuses to run as root, and a user `postgres` could not be made with useradd or adduser. ' +
      'Make one, or run as another user than root, or name a Postgres in DATABASE_URL.',
  );
}

/** Whether the account can do what the shell test says of a path, such as `-x`. Null is our own account. */
export function canAccess(account: Account | null, test: '-x' | '-r', path: string): boolean {
  return spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...account, cwd: '/' }).status === 0;
}

function create(): Account | null {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/sh', 'postgres']],
    ['adduser', ['-S', '-H', '-s', '/bin/sh', 'postgres']],
  ];
  for (const [command, args] of ways) {
    spawnSync(command, args, { stdio: 'ignore' });
    const account = lookUp();
    if (account) return account;
  }
  return null;
}

function lookUp(): Account | null {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}
