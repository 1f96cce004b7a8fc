// Entry of every npm script, in plain JavaScript without dependencies: it runs before anything is installed or built.
// It stays in one process and hands over by import, so that signals reach what it started.
const [command = 'start', ...rest] = process.argv.slice(2);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Upstairs needs Node 20.19 or newer, and this is ${process.versions.node} (${process.execPath}).\n` +
      'Install a newer one (nodejs.org, your package manager, or nvm/fnm/volta) and run the same command again.',
  );
  process.exit(1);
}

import('./bootstrap/commands.mjs')
  .then(({ run }) => run(command, rest))
  .catch((error) => {
    console.error(error && error.name === 'BootstrapError' ? error.message : error);
    process.exit(1);
  });
