import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { LogEntry } from '@temporalio/worker';
import { createMemoryActivities } from '../../activities/memory';
import type { MemoryPort } from '../../activities/ports';

const request = { escalationId: '0199-a', events: [], directoryVersion: 1, peopleIds: [] };

async function record(failure: Error) {
  const memory = { record: () => Promise.reject(failure) } as unknown as MemoryPort;
  const entries: LogEntry[] = [];
  const logger = new DefaultLogger('ERROR', (entry) => entries.push(entry));
  const environment = new MockActivityEnvironment({}, { logger });
  const error = await environment
    .run(createMemoryActivities({ memory }).record, request)
    .catch((reason: Error) => reason);
  return { error, alarms: entries.filter(({ message }) => message.startsWith('ALARM')) };
}

describe('recording', () => {
  it('raises the alarm at a contradiction in the journal, and tries again, slowly, since giving up would lose it', async () => {
    const conflict = Object.assign(new Error('seq 7 has another hash'), { name: 'JournalConflict' });
    const { error, alarms } = await record(conflict);
    expect(error).toMatchObject({ type: 'journal-conflict', nonRetryable: false, nextRetryDelay: '5 minutes' });
    expect(alarms).toMatchObject([{ level: 'ERROR', meta: { escalationId: '0199-a', reason: conflict.message } }]);
  });

  it('passes on what a retry cures, without an alarm', async () => {
    const down = new Error('connect ECONNREFUSED');
    expect(await record(down)).toEqual({ error: down, alarms: [] });
  });
});
