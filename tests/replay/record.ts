import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Story } from '../workflows/story';
import { Stage } from '../workflows/stage';
import { folderOf, NEXT } from './history-files';
import { recordShapes } from './recorded-shapes';
import { SCENARIOS } from './scenarios';

const packageFile = path.resolve(__dirname, '../../package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

/** A release that has its histories keeps them; what comes after it belongs to the next. */
const target = folderOf(existsSync(folderOf(version)) ? NEXT : version);

beforeAll(() => {
  mkdirSync(target, { recursive: true });
  recordShapes(version);
});

test.each(SCENARIOS)(
  'records $name',
  async ({ name, services, play }) => {
    const stage = await Stage.create(services ? { services } : undefined);
    try {
      const runs = await runsOf(await play(stage));
      for (const file of recordedAs(name)) rmSync(path.join(target, file));
      runs.forEach((json, index) => {
        const suffix = runs.length > 1 ? `.${index + 1}` : '';
        writeFileSync(path.join(target, `${name}${suffix}.json`), json);
      });
    } finally {
      await stage.close();
    }
  },
  120_000,
);

/** The files of a scenario: one for each of its runs. */
function recordedAs(name: string): string[] {
  return readdirSync(target).filter((file) => file.replace(/(\.\d+)?\.json$/, '') === name);
}

/** The histories of an escalation's runs, oldest first. */
async function runsOf({ handle }: Story): Promise<string[]> {
  const runs: string[] = [];
  for (let runId: string | undefined = (await handle.describe()).runId; runId;) {
    const history = await handle.client.getHandle(handle.workflowId, runId).fetchHistory();
    // A run that has just begun has nothing to replay yet, and a replay would wait for it.
    const begun = history.events?.some(({ workflowTaskCompletedEventAttributes: done }) => done) ?? false;
    if (begun) runs.unshift(withoutTheMachine(historyToJSON(history)));
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return runs;
}

const STICKY_QUEUE = /^\d+@.+-[0-9a-f]{32}$/;

/** What names the machine that recorded, and is not replayed. */
function withoutTheMachine(json: string): string {
  const kept = JSON.parse(json, (key: string, value: unknown) => {
    if (key === 'identity') return 'recorded';
    if (typeof value === 'string' && STICKY_QUEUE.test(value)) return 'recorded';
    return key === 'stackTrace' ? undefined : value;
  }) as unknown;
  return `${JSON.stringify(kept)}\n`;
}
