import { Command } from 'commander';
import { baseUrl } from '../api/connection';
import { dataFolderPath, readDemoPeople } from '../api/demo-people';
import { runDemo } from '../demo/run-demo';
import { wrongUsage } from '../failure';
import type { Context } from './context';

interface DemoOptions {
  api?: string;
  pace?: string;
}

/** `upstairs demo`: escalations of all kinds, acted out. */
export function demoCommand(context: Context): Command {
  return new Command('demo')
    .description('escalations of all kinds come in and people act on them in front of you; needs a running demo system')
    .option('--api <url>', 'address of Upstairs (UPSTAIRS_API, else http://localhost:4400)')
    .option('--pace <ms>', 'how long to rest after each line (250 on a screen, else 0)')
    .action((options: DemoOptions) => demo(context, options));
}

async function demo({ terminal, config }: Context, options: DemoOptions): Promise<void> {
  const paceMs = paceOf(options.pace ?? (Number.isFinite(terminal.width) ? '250' : '0'));
  const people = readDemoPeople(config.dataFolder);
  if (people === null) {
    wrongUsage(
      `There is no demo-keys.json in ${dataFolderPath(config.dataFolder)}: the demo acts as the people whose keys it holds.`,
      'Start the system first: npm start (UPSTAIRS_DATA names another data folder).',
    );
  }
  await runDemo(terminal, baseUrl(options.api ?? config.apiUrl), people, paceMs);
}

function paceOf(given: string): number {
  const paceMs = Number(given);
  return paceMs >= 0 && paceMs <= 10_000 ? paceMs : wrongUsage(`--pace ${given}: give milliseconds up to 10000.`);
}
