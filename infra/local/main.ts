import path from 'node:path';
import { SetupFailure } from '../processes/failure';
import { RunFolder } from '../processes/run-folder';
import { checkPort, endLeftovers, holdDataFolder } from './guards';
import { readyLines } from './ready-lines';
import { readSettings } from './settings';
import { Supervisor } from './supervisor';
import { startSystem } from './system';

const say = (line: string): void => console.log(line);
/** npm passes a Ctrl-C on that the terminal has sent to us already: only a later one means impatience. */
const impatientAfterMs = 1_500;

/** Starts the whole system on this machine and keeps it running until a signal comes. */
async function main(): Promise<void> {
  const settings = await readSettings();
  const release = holdDataFolder(settings);
  const runFolder = new RunFolder(path.join(settings.data, 'run'));
  const supervisor = new Supervisor(runFolder, say);
  stopOnSignals(supervisor, release);
  try {
    await endLeftovers(runFolder, say);
    await checkPort(settings);
    const system = await startSystem(settings, supervisor);
    for (const line of readyLines(settings, system)) say(line);
  } catch (error) {
    if (stopping) return;
    await supervisor.stop();
    release();
    throw error;
  }
}

let stopping = false;

function stopOnSignals(supervisor: Supervisor, release: () => void): void {
  let since = 0;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) {
      if (signal === 'SIGINT' && Date.now() - since > impatientAfterMs) say('Still stopping: nothing may be lost …');
      return;
    }
    stopping = true;
    since = Date.now();
    say('Stopping …');
    void supervisor.stop().finally(() => {
      release();
      say(`Stopped after ${((Date.now() - since) / 1000).toFixed(1)} s.`);
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

// Who reads us may go, as with `npm start | head`: the system stays.
process.stdout.on('error', () => undefined);

main().catch((error: unknown) => {
  console.error(error instanceof SetupFailure ? error.message : error);
  process.exit(1);
});
