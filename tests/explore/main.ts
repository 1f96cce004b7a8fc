import { parseArgs } from 'node:util';
import { explore } from './explorer';
import { proveLaws } from './mutants';

const USAGE = `npm run explore -- [LIVES] [--seed N] [--threads N] [--mutations]
  LIVES        how many lives of escalations to live through; 1,000,000 when left out
  --seed       where the random lives begin; the same seed gives the same lives
  --threads    2 when left out
  --mutations  break each law once in a copy of the code instead, and see it caught`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '20261122' },
      threads: { type: 'string', default: '2' },
      mutations: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const lives = Number((positionals[0] ?? '1000000').replace(/[,_]/g, ''));
  const seed = Number(values.seed);
  const threads = Number(values.threads);
  const wrong = [lives, seed, threads].some((value) => !Number.isInteger(value) || value < 0) || threads === 0;
  if (values.help || wrong) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  return values.mutations ? proveLaws(seed, threads) : explore(lives, seed, threads);
}

main()
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
