/** Runs work of the same name one after the other, and of different names side by side. */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` once all earlier work of this name has ended, however it ended. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === mine) this.last.delete(name);
    }
  }
}
