import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The benches: each is a folder here with a main file that runs when it is loaded. */
const benches = readdirSync(__dirname).filter((name) => existsSync(path.join(__dirname, name, 'main.js')));

/** `npm run bench -- NAME`: takes the measure that is named; what follows the name is for it. */
async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  if (!benches.includes(name)) {
    console.error(`Which bench? npm run bench -- ${benches.join(' | ')}`);
    process.exitCode = 1;
    return;
  }
  process.argv = [...process.argv.slice(0, 2), ...args];
  await import(path.join(__dirname, name, 'main.js'));
}

void main();
