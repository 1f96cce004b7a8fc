import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoPerson } from '../api/demo-people';
import type { TimelineItem } from '../api/views';
import { oneLine } from '../output/printable';
import type { Terminal } from '../output/terminal';

/** What happens by itself and is worth a line; the rest is on the timeline. */
const TOLD = [
  'clock.reminded',
  'reminder.spared',
  'clock.breached',
  'chain.advanced',
  'chain.held',
  'nobody.notified',
  'escalation.resumed',
  'escalation.absorbed',
  'notification.failed',
  'escalation.settled',
  'escalation.reopened',
];
const AT_MOST = 8;

/** Tells the demo on the terminal, a line for each thing that happens. */
export class Narrator {
  private readonly introduced = new Set<string>();

  constructor(
    private readonly terminal: Terminal,
    /** A rest after each line, for those who watch. */
    private readonly paceMs: number,
  ) {}

  /** A new story begins. */
  title(number: number, count: number, title: string): void {
    this.terminal.out();
    this.terminal.out(this.terminal.style('bold', `${number}/${count}  ${title}`));
  }

  /** Somebody does something. */
  act(ref: string, by: DemoPerson, told: string): Promise<void> {
    const title = this.introduced.has(by.id) ? '' : ` (${by.title})`;
    this.introduced.add(by.id);
    return this.line(`${ref}  ${this.terminal.style('cyan', by.name)}${title} ${oneLine(told)}`);
  }

  /** Time passes. */
  time(ref: string, duration: string): Promise<void> {
    return this.line(this.terminal.style('dim', `${ref}  … ${duration} pass`));
  }

  /** What happened by itself, below what caused it. */
  aside(told: string): Promise<void> {
    return this.line(`           ${this.terminal.style('yellow', '▸')} ${oneLine(told)}`);
  }

  private async line(text: string): Promise<void> {
    this.terminal.out(text);
    await sleep(this.paceMs);
  }
}

/** The events that a listener wants to hear of, not more than fit. */
export function worthTelling(news: readonly TimelineItem[]): readonly TimelineItem[] {
  const told = news.filter((item) => TOLD.includes(item.type));
  return told.length <= AT_MOST ? told : [...told.slice(0, AT_MOST - 1), ...told.slice(-1)];
}
