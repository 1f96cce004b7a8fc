import { Presets, SingleBar } from 'cli-progress';
import { connect } from '../api/connection';
import type { Context } from '../commands/context';
import { printJson } from '../commands/context';
import { EXIT } from '../exit-codes';
import { CliFailure, wrongUsage } from '../failure';
import { printTable } from '../output/table';
import type { Terminal } from '../output/terminal';
import type { PolicyOptions } from './options';
import type { ClockCounts, WhatIfLine, WhatIfResult } from './views';

const LINE_EVERY_MS = 2_000;

/** Tries a draft on the escalations of the last days, and tells how far it is. */
export async function tryDraft(
  { terminal, config }: Context,
  id: string,
  options: PolicyOptions & { days: string },
): Promise<void> {
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > 366) wrongUsage(`--days ${options.days}: give 1 to 366.`);
  const api = connect(config, options, 'director', 'vp', 'admin');
  const bar = progressOf(terminal);
  let result: WhatIfResult | null = null;
  try {
    for await (const line of api.lines<WhatIfLine>(`/v1/policy-drafts/${encodeURIComponent(id)}/what-if`, { days })) {
      if ('progress' in line) bar.update(line.progress.done, line.progress.total);
      else if ('problem' in line) throw new CliFailure(EXIT.failed, line.problem.detail);
      else result = line.result;
    }
  } finally {
    bar.stop();
  }
  if (!result) throw new CliFailure(EXIT.unreachable, 'The answer broke off before its end.');
  if (options.json) return printJson(terminal, result);
  printResult(terminal, result);
}

interface Bar {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar where somebody watches, a line now and then elsewhere. */
function progressOf(terminal: Terminal): Bar {
  if (!terminal.watched) {
    let toldAt = Date.now();
    return {
      update: (done, total) => {
        if (Date.now() - toldAt < LINE_EVERY_MS) return;
        toldAt = Date.now();
        terminal.err(`${done} of ${total} escalations`);
      },
      stop: () => undefined,
    };
  }
  const format = '{bar} {percentage} %  {value} of {total} escalations';
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(0, 0);
  return {
    update: (done, total) => {
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function printResult(terminal: Terminal, { days, escalations, capped, differing, clocks, most }: WhatIfResult): void {
  const all = `${escalations} escalations${capped ? ', the newest ones,' : ''} of the last ${days} days`;
  terminal.out(`${all}: ${differing} would have been otherwise.`);
  if (clocks.length === 0) return;
  terminal.out();
  printTable(
    terminal,
    [
      { title: 'CLOCK', of: ({ clockId }) => clockId, gives: true },
      ...(['clocks', 'reminded', 'breached', 'rungs', 'people'] as const).map((what) => ({
        title: what.toUpperCase(),
        align: 'right' as const,
        of: ({ before, after }: { before: ClockCounts; after: ClockCounts }) => change(before[what], after[what]),
      })),
    ],
    clocks,
  );
  if (most.length === 0) return;
  terminal.out();
  terminal.out(terminal.style('bold', 'Those that would have differed most:'));
  for (const one of most) {
    const each = one.clocks.map(({ clockId, before, after }) => `${clockId} ${inWords(before, after)}`);
    terminal.out(`${one.ref} (${one.level}): ${each.join('; ')}`);
  }
}

function change(before: number, after: number): string {
  return before === after ? String(before) : `${before} → ${after}`;
}

function inWords(before: ClockCounts, after: ClockCounts): string {
  const words = (['clocks', 'reminded', 'breached', 'rungs', 'people'] as const)
    .filter((what) => before[what] !== after[what])
    .map((what) => `${what} ${change(before[what], after[what])}`);
  return words.length > 0 ? words.join(', ') : 'other people';
}
