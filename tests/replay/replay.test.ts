import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../../infra/local/folders';
import { NEXT, readHistories } from './history-files';
import { SCENARIOS } from './scenarios';

const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { version: string };

test('this release, or the next, has recorded each of the stories', () => {
  const recorded = readHistories().filter(({ release }) => release === version || release === NEXT);
  const names = recorded.map(({ name }) => name.replace(/\.\d+$/, ''));
  expect([...new Set(names)].sort()).toEqual(SCENARIOS.map(({ name }) => name).sort());
});

test('every recorded history of every release replays on the code of today', async () => {
  const program = path.join(repository, 'dist/tests/replay/replay-all.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 50_000 });
  const replayed = stdout
    .trim()
    .split('\n')
    // What the runtime has to say of a failure stands between.
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { workflowId: string; error: string | null });
  expect(replayed.filter(({ error }) => error !== null)).toEqual([]);
  expect(replayed).toHaveLength(readHistories().length);
});
