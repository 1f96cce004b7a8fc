import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transformSync } from '@swc/core';
import { repository } from '../../infra/local/folders';
import type { BatchResult } from './lives';
import type { Mutation } from './mutations';
import { MUTATIONS } from './mutations';
import { runOnThreads } from './threads';

const LIVES_A_BATCH = 2_500;
/** A fault that is not caught in so many lives counts as not caught. */
const MOST_LIVES = 40_000;

/** What one fault came to. */
interface Verdict {
  caught: boolean;
  lives: number;
  said: string;
}

/**
 * Breaks each law once in a copy of the compiled code, and sees whether that law alone notices. Answers with the exit
 * code: 0 where all faults were caught.
 */
export async function proveLaws(seed: number, threads: number): Promise<number> {
  console.log(`Breaking the code in ${MUTATIONS.length} places, one after the other, each in a copy of its own.`);
  const waiting = [...MUTATIONS];
  let missed = 0;
  const work = async () => {
    for (let mutation = waiting.shift(); mutation; mutation = waiting.shift()) {
      const verdict = await prove(mutation, seed);
      if (!verdict.caught) missed += 1;
      report(mutation, verdict);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  console.log(`${MUTATIONS.length - missed} of ${MUTATIONS.length} faults caught by the law they break.`);
  return missed === 0 ? 0 : 1;
}

function report({ law, file, from, to }: Mutation, { caught, lives, said }: Verdict): void {
  const short = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 90);
  console.log(`${caught ? 'caught    ' : 'NOT CAUGHT'}  ${law}`);
  console.log(`            ${file}: ${short(from)} → ${short(to) || '(nothing)'}`);
  console.log(`            after ${lives} lives${said ? `: ${short(said)}` : ''}`);
}

async function prove(mutation: Mutation, seed: number): Promise<Verdict> {
  const folder = copyWith(mutation);
  let verdict: Verdict = { caught: false, lives: 0, said: '' };
  let over = false;
  try {
    const next = () => {
      if (over || verdict.lives >= MOST_LIVES) return null;
      return { seed: seed + verdict.lives, lives: LIVES_A_BATCH, laws: [mutation.law], shrink: false };
    };
    await runOnThreads([folder], next, ({ coverage, failure }: BatchResult) => {
      const lives = verdict.lives + coverage.lives;
      verdict = { caught: failure?.law === mutation.law, lives, said: failure?.detail ?? '' };
      over = failure !== null;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return verdict;
}

/** A copy of what lives are made of, compiled, with one fault in it. */
function copyWith({ file, from, to }: Mutation): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'upstairs-mutant-'));
  for (const part of ['domain', 'tests/domain', 'tests/explore', 'services/shared/store/zones.js']) {
    cpSync(path.join(repository, 'dist', part), path.join(folder, part), { recursive: true });
  }
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const source = readFileSync(path.join(repository, file), 'utf8');
  if (source.split(from).length !== 2) throw new Error(`"${from}" does not stand in ${file} exactly once`);
  const { code } = transformSync(
    source.replace(from, () => to),
    {
      swcrc: false,
      configFile: false,
      module: { type: 'commonjs' },
      jsc: { parser: { syntax: 'typescript' }, target: 'es2023', keepClassNames: true },
    },
  );
  const output = path.join(folder, file.replace(/\.ts$/, '.js'));
  mkdirSync(path.dirname(output), { recursive: true });
  writeFileSync(output, code);
  return folder;
}
