import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { StepWorkDone } from '../../activities/ports';
import { asActor } from '../../domain/people';
import { repository } from '../../infra/local/folders';
import { freePort } from '../../infra/processes/ports';
import { NOTIFICATIONS_QUEUE } from '../../workflows/names';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { INES, stepWork } from './a-case';
import type { LoopbackSmtp } from './loopback-smtp';
import { startLoopbackSmtp } from './loopback-smtp';

let smtp: LoopbackSmtp;
let world: World;

beforeAll(async () => {
  smtp = await startLoopbackSmtp();
  world = await createWorld({ services: ['notifier'], env: { SMTP_URL: smtp.url } });
});

afterAll(async () => {
  await world.close();
  await smtp.stop();
});

beforeEach(() => {
  smtp.arrived.length = 0;
  smtp.refuse(null);
});

const acknowledgment = { channel: 'mail', subject: 'I am on it', body: 'Dear Ann, I answer for this. Ines' };
const work = stepWork('intake', { ownerId: 'anneke', acknowledgment }, { by: asActor(INES) });

const retry = { initialInterval: '100 milliseconds', maximumInterval: '200 milliseconds' } as const;

function runStep(id: string): Promise<StepWorkDone> {
  return world.client.activity.execute('intake', {
    ...{ id, taskQueue: NOTIFICATIONS_QUEUE, args: [work], startToCloseTimeout: '30 seconds', retry },
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('the notifier', () => {
  it('carries out a step', async () => {
    const { summary } = await runStep('plain');
    expect(summary).toBe('Acknowledgment mailed to Ann Lee; Anneke Voss told that they own it');
    expect(smtp.arrived.map(({ to }) => to[0]).sort()).toEqual(['ann@northwind.example', 'anneke@upstairs.example']);
  });

  it('sends to nobody twice what failed for another', async () => {
    smtp.refuse({ at: 'recipient', code: 450, to: 'anneke@upstairs.example' });
    const running = runStep('half');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    smtp.refuse(null);
    await running;
    expect(smtp.arrived.map(({ to }) => to[0])).toEqual(['ann@northwind.example', 'anneke@upstairs.example']);
  });

  it('sends once the mail server is back', async () => {
    await smtp.stop();
    const running = runStep('outage');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    smtp = await startLoopbackSmtp(smtp.port);
    await running;
    expect(smtp.arrived).toHaveLength(2);
  });

  it('gives up what has no mailbox', async () => {
    smtp.refuse({ at: 'recipient', code: 550, to: 'ann@northwind.example' });
    await expect(runStep('nobody')).rejects.toMatchObject({ cause: { type: 'undeliverable' } });
    expect(smtp.arrived.map(({ to }) => to[0])).toEqual(['anneke@upstairs.example']);
  });
});

describe.each(['notifier', 'worker'])('the process of the %s', (name) => {
  async function start(temporalAddress: string) {
    const child = spawn(process.execPath, [path.join(repository, 'dist/services', name, 'main.js')], {
      env: {
        ...{ PATH: process.env.PATH, DATABASE_URL: world.databaseUrl, SMTP_URL: smtp.url, LOG_LEVEL: 'info' },
        ...{ TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: world.namespace },
      },
    });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    return { child, log: () => log, exit: once(child, 'exit') as Promise<[number | null, string | null]> };
  }

  it('ends with 0 at SIGTERM', async () => {
    const { child, log, exit } = await start(world.temporalAddress);
    await until(() => log().includes('"working"'));
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(log()).toContain('"stopped"');
  });

  it('waits for a Temporal that is not up, says so, and can be ended meanwhile', async () => {
    const { child, log, exit } = await start(`127.0.0.1:${await freePort()}`);
    await until(() => (log().match(/no work from Temporal/g)?.length ?? 0) >= 2);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });
});
