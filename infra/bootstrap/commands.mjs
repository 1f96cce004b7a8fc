import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { installWhenNeeded } from './install.mjs';
import { buildWhenStale } from './build.mjs';
import { BootstrapError, root } from './steps.mjs';

/** What each command hands over to once everything is installed and built; `quiet` ones keep stdout for themselves. */
const commands = {
  start: { entry: 'infra/local/main.js', quiet: false },
  test: { entry: 'infra/testing/main.js', quiet: false },
  verify: { entry: 'infra/verify.js', quiet: false },
  generate: { entry: 'infra/generate.js', quiet: false },
  'new-step': { entry: 'infra/new-step/main.js', quiet: false },
  explore: { entry: 'tests/explore/main.js', quiet: false },
  faults: { entry: 'tests/faults/main.js', quiet: false },
  bench: { entry: 'bench/main.js', quiet: false },
  pictures: { entry: 'tests/console/pictures.js', quiet: false },
  build: { entry: null, quiet: false },
  cli: { entry: 'services/cli/main.js', quiet: true },
};

/** Installs, builds, and becomes the command. */
export async function run(name, args) {
  const command = commands[name];
  if (!command) throw new BootstrapError(`Unknown command "${name}"; known: ${Object.keys(commands).join(', ')}.`);
  await installWhenNeeded(command.quiet);
  await buildWhenStale(command.quiet);
  if (!command.entry) return;
  const entry = path.join(root, 'dist', command.entry);
  process.argv = [process.argv[0], entry, ...args];
  await import(pathToFileURL(entry).href);
}
