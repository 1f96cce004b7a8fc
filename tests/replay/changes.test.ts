import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../../infra/local/folders';
import { CHANGES } from './changes';

interface Replayed {
  change: string;
  history: string;
  error: string | null;
}

describe('an escalation that was raised with a legal review', () => {
  let replayed: Replayed[];

  beforeAll(async () => {
    const program = path.join(repository, 'dist/tests/replay/replay-changed.js');
    const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 110_000 });
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
    replayed = lines.map((line) => JSON.parse(line) as Replayed);
  }, 120_000);

  it.each(CHANGES.filter(({ goesOn }) => goesOn))('goes on with the step $name', ({ name }) => {
    const those = replayed.filter(({ change }) => change === name);
    expect(those.length).toBeGreaterThan(0);
    expect(those.filter(({ error }) => error !== null)).toEqual([]);
  });

  // Temporal fails the task and tries again: it stands still, loses nothing, and goes on once the code is put right.
  it.each(CHANGES.filter(({ goesOn }) => !goesOn))(
    'would stand still with $name, and the replay says so',
    ({ name }) => {
      const those = replayed.filter(({ change }) => change === name);
      expect(those.length).toBeGreaterThan(0);
      for (const { error } of those) expect(error).toContain('Nondeterminism error');
    },
  );
});
