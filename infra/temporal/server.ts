import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where a dev server is to listen and keep its state; without `dbFile` it keeps it in memory. */
export interface TemporalServerOptions {
  port: number;
  /** Without one there is no web interface. */
  uiPort?: number;
  dbFile?: string;
}

/** Search attributes that the escalation workflow writes (docs/operations.md "Temporal Cloud, or a cluster"). */
export const searchAttributes = { UpstairsStage: 'Keyword', UpstairsLevel: 'Keyword', UpstairsBreached: 'Bool' };

const dynamicConfig = {
  'frontend.enableUpdateWorkflowExecution': true,
  'frontend.enableUpdateWorkflowExecutionAsyncAccepted': true,
  // The time machine, and days in seconds in tests.
  'frontend.WorkflowTimeSkippingEnabled': true,
  // A timer whose moment was skipped to fires in 0.2 s instead of 1 s.
  'history.timerProcessorMaxTimeShift': '5ms',
};

// WAL with NORMAL holds every commit through a kill of the process, and stays whole when the power fails.
const pragmas = ['journal_mode=WAL', 'synchronous=NORMAL'];

/** The arguments of `temporal` for a dev server on loopback with all that Upstairs needs switched on. */
export function temporalServerArgs({ port, uiPort, dbFile }: TemporalServerOptions): string[] {
  return [
    'server',
    'start-dev',
    '--disable-config-file',
    ...['--ip', '127.0.0.1', '--port', String(port)],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    ...(dbFile === undefined ? [] : ['--db-filename', dbFile, ...pragmas.flatMap((each) => ['--sqlite-pragma', each])]),
    ...['--log-level', 'warn', '--log-format', 'json'],
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  ];
}

/** A dev server as its CLI sees it. */
export class TemporalServer {
  readonly address: string;

  constructor(
    private readonly binary: string,
    private readonly port: number,
  ) {
    this.address = `127.0.0.1:${port}`;
  }

  /** Whether it serves and its namespace is there. */
  async isServing(): Promise<boolean> {
    if (!(await accepts(this.port))) return false;
    return this.ask('operator', 'namespace', 'describe', '--namespace', 'default').then(
      () => true,
      () => false,
    );
  }

  /** Keeps ended workflows for so many days, where the dev server would let them go after one. */
  async keepEndedFor(days: number): Promise<void> {
    await this.ask('operator', 'namespace', 'update', '--namespace', 'default', '--retention', `${days}d`);
  }

  private ask(...args: string[]): Promise<{ stdout: string }> {
    const connection = ['--address', this.address, '--disable-config-file', '--disable-config-env'];
    return run(this.binary, [...args, ...connection, '--command-timeout', '5s'], { timeout: 10_000 });
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (yes: boolean) => () => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
}
