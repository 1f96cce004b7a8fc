import { patched, setDefaultSignalHandler } from '@temporalio/workflow';
import type { WaitingSignal } from './input';

type Take = (name: string, payload: unknown) => void;

/**
 * Signals that lay there before the run listened. The SDK would hand them out by name, as each name's handler is
 * registered: what was sent first could be decided last.
 */
export class EarlySignals {
  private waiting: WaitingSignal[] = [];

  constructor(private readonly take: Take) {
    setDefaultSignalHandler((name, payload) => {
      this.waiting.push({ name, payload });
    });
  }

  /** Takes them in the order in which they came; runs that began before this rule took them by name. */
  takeAsTheyCame(): void {
    if (this.waiting.length > 0 && patched('early-signals-as-they-came')) this.takeAll(() => true);
  }

  /** Takes what is left of this name. */
  takeNamed(name: string): void {
    this.takeAll((signal) => signal.name === name);
  }

  /** Takes all that is left, and from now on whatever comes under a name that nobody listens to. */
  takeRest(): void {
    this.takeAll(() => true);
    setDefaultSignalHandler(this.take);
  }

  private takeAll(which: (signal: WaitingSignal) => boolean): void {
    const taken = this.waiting.filter(which);
    this.waiting = this.waiting.filter((signal) => !taken.includes(signal));
    for (const { name, payload } of taken) this.take(name, payload);
  }
}
