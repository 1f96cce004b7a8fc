import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Eyes, Happening, ListenersAnswer, ListenersOrder, Reception } from './messages';

/** Many listeners in a process of their own. */
export class Crowd {
  private constructor(private readonly child: ChildProcess) {}

  /** Connects them all; each answer is in before it resolves. */
  static async open(url: string, eyes: readonly Eyes[]): Promise<Crowd> {
    const crowd = new Crowd(fork(path.join(__dirname, 'listeners.js')));
    await crowd.ask({ order: 'open', url, eyes });
    return crowd;
  }

  /** What became of these events. */
  async report(
    happenings: readonly Happening[],
    visible: Readonly<Record<string, readonly string[] | null>>,
  ): Promise<{ reception: Reception; open: number }> {
    const answer = await this.ask({ order: 'report', happenings, visible });
    if (answer.answer !== 'report') throw new Error('the listeners do not report');
    return answer;
  }

  async close(): Promise<void> {
    await this.ask({ order: 'close' });
    this.child.disconnect();
    await once(this.child, 'exit');
  }

  private async ask(order: ListenersOrder): Promise<ListenersAnswer> {
    const ended = once(this.child, 'exit').then(([code]): never => {
      throw new Error(`the process of the listeners ended with ${String(code)}`);
    });
    ended.catch(() => undefined);
    this.child.send(order);
    const [answer] = (await Promise.race([once(this.child, 'message'), ended])) as [ListenersAnswer];
    return answer;
  }
}
