import path from 'node:path';
import type { Settings } from './settings';
import type { StartedSystem } from './system';

/** What a newcomer is told when everything is up; the first line is one that programs wait for. */
export function readyLines({ config, port, data, demo, keysFile, logs }: Settings, system: StartedSystem): string[] {
  const url = `http://localhost:${port}`;
  const facts: [string, string | null][] = [
    ['Console', demo ? `${url} (choose who you are: begin with the VP)` : url],
    ['API reference', `${url}/docs`],
    ['Temporal', system.temporalUi],
    ['Mailbox', demo && !config.smtpUrl ? `${url}/v1/demo/mailbox` : null],
    ['People and keys', demo ? near(keysFile) : null],
    ['Logs', near(logs)],
    ['Data', near(data)],
    ['See it at work', demo ? 'npm run demo, in another terminal' : null],
    ['Stop', 'Ctrl-C'],
  ];
  const lines = facts.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(18)} ${value}`]));
  return [`Upstairs is ready at ${url}`, ...lines];
}

function near(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
