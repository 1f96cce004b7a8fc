import { Presets, SingleBar } from 'cli-progress';
import { rebuildReadModel } from '../../shared/store/rebuild';
import type { Progress } from '../../shared/store/rebuild';
import { verifyReadModel } from '../../shared/store/verify-read-model';
import type { Difference } from '../../shared/store/differences';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { EXIT } from '../exit-codes';
import { CliFailure } from '../failure';
import { cutTo, oneLine } from '../output/printable';
import type { Terminal } from '../output/terminal';
import { spell } from '../output/when';
import { withServers } from './servers';
import { workflowStates } from './workflow-states';

const SHOWN_DIFFERENCES = 50;
const VALUE_LENGTH = 120;

/** Builds the read model anew and says how many escalations are in it. */
export async function rebuild({ terminal, config }: Context, options: { json?: boolean }): Promise<void> {
  const startedAt = Date.now();
  await withServers(config, async ({ database }) => {
    const progress = progressOf(terminal);
    const escalations = await rebuildReadModel(database, progress.update).finally(() => progress.stop());
    if (options.json) return printJson(terminal, { escalations });
    terminal.out(`Built the read model of ${escalations} escalations anew in ${spell(Date.now() - startedAt)}.`);
  });
}

/** Compares, tells each difference, and fails where there is one. */
export async function verify(
  { terminal, config }: Context,
  options: { workflows: boolean; json?: boolean },
): Promise<void> {
  await withServers(config, async ({ database, temporal }) => {
    const progress = progressOf(terminal);
    const workflowState = options.workflows ? workflowStates(await temporal()) : undefined;
    const watched = { workflowState, onProgress: progress.update };
    const result = await verifyReadModel(database, watched).finally(() => progress.stop());
    const { escalations, events, workflows, differences } = result;
    if (options.json) printJson(terminal, result);
    else {
      terminal.out(`Compared ${escalations} escalations with ${events} events, and ${workflows} workflows.`);
      for (const difference of differences.slice(0, SHOWN_DIFFERENCES)) terminal.out(describe(difference));
    }
    if (differences.length > 0) throw new CliFailure(EXIT.failed, `${differences.length} differences were found.`);
    if (!options.json) terminal.out('They tell the same.');
  });
}

function describe({ escalationId, where, expected, found }: Difference): string {
  const value = (given: unknown) => cutTo(VALUE_LENGTH, oneLine(JSON.stringify(given) ?? 'nothing'));
  return `${escalationId}  ${where}: should be ${value(expected)}, is ${value(found)}`;
}

interface WatchedProgress {
  update: (progress: Progress) => void;
  stop: () => void;
}

function progressOf(terminal: Terminal): WatchedProgress {
  if (!terminal.watched) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} %  {value} of {total}',
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: ({ done, total }) => {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
