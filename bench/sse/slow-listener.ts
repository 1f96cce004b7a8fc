import { readFileSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Crowd } from './crowd';
import type { Reception } from './messages';
import type { OurSubject } from './our-subject';
import type { Plan } from './steady';
import { tell } from './steady';

/** How the others did beside one who never reads. */
export interface Slow {
  reception: Reception;
  /** When the one was cut off, counted from their connection; null where they were not. */
  cutOffAfterMs: number | null;
}

const CUT_OFF = 'a listener who does not read was cut off';
const PATIENCE_MS = 45_000;

/** One asks for all that ever happened and reads nothing of it, while all others listen. */
export async function measureSlow(ours: OurSubject, plan: Plan): Promise<Slow> {
  const crowd = await Crowd.open(ours.url, ours.eyes(plan.listeners));
  const askedAt = Date.now();
  const slow = await neverRead(ours);
  const happenings = await tell(ours, plan.batches, plan.gapMs);
  const { reception } = await crowd.report(happenings, await ours.visible());
  const cutOffAt = await untilCutOff(ours, askedAt);
  slow.destroy();
  await crowd.close();
  return { reception, cutOffAfterMs: cutOffAt === null ? null : cutOffAt - askedAt };
}

async function neverRead(ours: OurSubject): Promise<net.Socket> {
  const { hostname, port, pathname } = new URL(ours.url);
  const key = ours.world.people.find(({ roles }) => roles.includes('vp'))?.key;
  const socket = net.connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.pause();
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(
    `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${key}\r\nLast-Event-ID: 0\r\n\r\n`,
  );
  return socket;
}

/** The API says it in its log: from outside a socket that nobody reads looks open for ever. */
async function untilCutOff({ world }: OurSubject, askedAt: number): Promise<number | null> {
  for (;;) {
    const lines = readFileSync(world.service('api').logFile, 'utf8').split('\n');
    const line = lines.find((one) => one.includes(CUT_OFF));
    if (line) return Date.parse((JSON.parse(line) as { time: string }).time);
    if (Date.now() - askedAt > PATIENCE_MS) return null;
    await sleep(250);
  }
}
