import { percentile } from './figures';
import type { Eyes, Happening, Reception } from './messages';

/** When each listener heard of each event. */
export class ReceptionLog {
  private readonly heard = new Map<string, Float64Array>();
  private readonly repeated = new Map<string, number>();

  constructor(private readonly eyes: readonly Eyes[]) {}

  note(listener: number, key: string, atMs: number): void {
    let moments = this.heard.get(key);
    if (!moments) this.heard.set(key, (moments = new Float64Array(this.eyes.length)));
    if (moments[listener] === 0) moments[listener] = atMs;
    else this.repeated.set(key, (this.repeated.get(key) ?? 0) + 1);
  }

  /** How it went with these events. */
  reception(happenings: readonly Happening[], visible: Readonly<Record<string, readonly string[] | null>>): Reception {
    const sees = new Map(Object.entries(visible).map(([id, seen]) => [id, seen && new Set(seen)]));
    const latencies: number[] = [];
    const counts = { expected: 0, received: 0, missed: 0, duplicated: 0, leaked: 0 };
    for (const { key, escalationId, recordedAtMs } of happenings) {
      const moments = this.heard.get(key);
      counts.duplicated += this.repeated.get(key) ?? 0;
      this.eyes.forEach(({ personId }, listener) => {
        const seen = sees.get(personId);
        const due = seen === null || seen?.has(escalationId) === true;
        const at = moments?.[listener] ?? 0;
        if (due) counts.expected += 1;
        if (due && at === 0) counts.missed += 1;
        if (!due && at > 0) counts.leaked += 1;
        if (at === 0) return;
        counts.received += 1;
        // The recorder may hear of its commit a moment after the listeners.
        latencies.push(Math.max(0, at - recordedAtMs));
      });
    }
    const sorted = Float64Array.from(latencies).sort();
    const at = (part: number) => percentile(sorted, part);
    return { ...counts, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
  }
}
