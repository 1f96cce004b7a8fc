import { spawn } from 'node:child_process';
import path from 'node:path';
import { repository } from './local/folders';

/** One check of `npm run verify`: a program of ours or of node_modules/.bin, and its arguments. */
interface Check {
  name: string;
  program: string;
  args: readonly string[];
  /** Shows what the program prints as it goes, not only when it fails. */
  loud?: boolean;
}

const importFolders = ['domain', 'workflows', 'activities', 'services', 'infra', 'tests', 'bench'];

const checks: readonly Check[] = [
  { name: 'format', program: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', program: 'eslint', args: ['--max-warnings', '0', '.'] },
  { name: 'types', program: 'tsc', args: ['--noEmit'] },
  { name: 'types of the console', program: 'tsc', args: ['--noEmit', '-p', 'services/console'] },
  { name: 'imports', program: 'depcruise', args: ['--config', '.dependency-cruiser.cjs', ...importFolders] },
  { name: 'dead code', program: 'knip', args: [] },
  { name: 'generated files', program: 'infra/generate.js', args: ['--check'] },
  { name: 'tests', program: 'infra/testing/main.js', args: [], loud: true },
];

/** Runs all checks, the quick ones first, and stops at the first that fails, with what it printed. */
async function main(): Promise<void> {
  for (const check of checks) {
    const startedAt = performance.now();
    if (check.loud) console.log(`${check.name} …`);
    const { code, output } = await run(check);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (code === 0) {
      if (!check.loud) console.log(`ok      ${check.name} (${seconds} s)`);
      continue;
    }
    if (!check.loud) console.error(`FAILED  ${check.name} (${seconds} s)\n${output.trim()}`);
    process.exitCode = 1;
    return;
  }
}

function run({ program, args, loud }: Check): Promise<{ code: number; output: string }> {
  const own = program.startsWith('infra/');
  const file = own ? path.join(repository, 'dist', program) : path.join(repository, 'node_modules/.bin', program);
  const child = spawn(process.execPath, [file, ...args], { cwd: repository, stdio: loud ? 'inherit' : 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

void main();
