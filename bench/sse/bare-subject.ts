import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sharedNowMs } from './clock';
import type { BareBatch, Happening } from './messages';
import type { Subject } from './subject';
import { EVENTS_A_BATCH } from './subject';

const ESCALATION = 'bare';

/** Starts the bare broadcaster: what it is given counts as recorded at that moment. */
export async function bareSubject(): Promise<Subject> {
  const child = fork(path.join(__dirname, 'bare.js'));
  const [port] = (await once(child, 'message')) as [number];
  let position = 0;
  return {
    name: 'bare',
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    eyes: (count) => Array.from({ length: count }, () => ({ personId: 'anybody', headers: {} })),
    visible: () => Promise.resolve({ anybody: null }),
    happen() {
      const recordedAtMs = sharedNowMs();
      const happenings: Happening[] = [];
      const events: { position: number; data: string }[] = [];
      for (let index = 0; index < EVENTS_A_BATCH; index += 1) {
        position += 1;
        happenings.push({ key: `${ESCALATION}:${position}`, escalationId: ESCALATION, recordedAtMs });
        events.push({ position, data: dataOf(position) });
      }
      const batch: BareBatch = { events };
      child.send(batch);
      return Promise.resolve(happenings);
    },
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** As long as ours. */
function dataOf(seq: number): string {
  const text = `Tomasz Wren noted: a note of the bench, number ${seq}`;
  return JSON.stringify({ ...{ id: ESCALATION, ref: 'UP-1042', seq, type: 'note.added' }, at: new Date(), text });
}
