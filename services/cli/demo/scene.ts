import type { ApiClient } from '../api/client';
import type { DemoPerson } from '../api/demo-people';
import { ApiRefusal } from '../api/problem';
import type { EscalationView, Page, TimelineItem } from '../api/views';
import { EXIT } from '../exit-codes';
import { CliFailure, messageOf } from '../failure';
import { spellIso } from '../output/when';
import { worthTelling } from './narration';
import type { Narrator } from './narration';

/** What the scenes of one demo share. */
export interface Demo {
  narrator: Narrator;
  apiOf(person: DemoPerson): ApiClient;
}

/** One escalation on stage: people act on it by their own keys, time passes, and everything is told and checked. */
export class Scene {
  private known: EscalationView | null = null;
  private toldSeq = 0;

  constructor(
    private readonly demo: Demo,
    private readonly title: string,
    /** Whose clock hand moves time, and who reads the timeline. */
    private readonly watcher: DemoPerson,
  ) {}

  /** The escalation as the last answer had it. */
  get escalation(): EscalationView {
    if (!this.known) throw new Error(`"${this.title}" has not been raised yet`);
    return this.known;
  }

  /** Another escalation on the same stage. */
  beside(): Scene {
    return new Scene(this.demo, this.title, this.watcher);
  }

  /** The moment that lies `afterMs` after the escalation's own now, as ISO 8601. */
  moment(afterMs: number): string {
    return new Date(Date.parse(this.escalation.now) + afterMs).toISOString();
  }

  /** Raises it. */
  async raise(by: DemoPerson, body: unknown, told: string): Promise<void> {
    await this.checked('raise', async () => {
      this.known = await this.demo.apiOf(by).post<EscalationView>('/v1/escalations', body);
    });
    const { level, score } = this.escalation.priority;
    await this.demo.narrator.act(this.escalation.ref, by, `${told} (${level}, ${score} points)`);
    await this.skipTimeline();
  }

  /** Completes a step. */
  complete(by: DemoPerson, step: string, body: unknown, told: string): Promise<void> {
    return this.change(by, 'steps', step, body, told);
  }

  /** Gives a command. */
  command(by: DemoPerson, name: string, body: unknown, told: string): Promise<void> {
    return this.change(by, 'commands', name, body, told);
  }

  /** Tries what must be refused, with this type of problem. */
  async refused(by: DemoPerson, route: string, body: unknown, kind: string, told: string): Promise<void> {
    const refusal = await this.demo
      .apiOf(by)
      .post(`/v1/escalations/${this.escalation.id}/${route}`, body)
      .then(
        () => null,
        (error: unknown) => error,
      );
    if (!(refusal instanceof ApiRefusal) || refusal.kind !== kind) {
      throw this.failure(route, refusal === null ? 'was taken, but had to be refused' : messageOf(refusal));
    }
    await this.demo.narrator.act(this.escalation.ref, by, told);
    await this.demo.narrator.aside(`refused: ${refusal.message}`);
  }

  /** Lets time pass and tells what happened by itself meanwhile. */
  async pass(duration: string): Promise<readonly TimelineItem[]> {
    await this.demo.narrator.time(this.escalation.ref, spellIso(duration));
    await this.checked(`time-machine ${duration}`, async () => {
      const body = { escalationId: this.escalation.id, duration };
      this.known = await this.demo.apiOf(this.watcher).post<EscalationView>('/v1/time-machine', body);
    });
    return this.tellNews();
  }

  /** Ends the demo with a sentence where something is not as the story says. */
  expect(holds: boolean, what: string): void {
    if (!holds) throw this.failure('check', `${what} (it is ${this.escalation.status}, seq ${this.escalation.seq})`);
  }

  private async change(by: DemoPerson, kind: string, name: string, body: unknown, told: string): Promise<void> {
    await this.checked(`${kind}/${name}`, async () => {
      const path = `/v1/escalations/${this.escalation.id}/${kind}/${name}`;
      this.known = await this.demo.apiOf(by).post<EscalationView>(path, body);
    });
    await this.demo.narrator.act(this.escalation.ref, by, told);
    await this.skipTimeline();
  }

  /** What people did was told by what they did. */
  private async skipTimeline(): Promise<void> {
    await this.checked('read', async () => {
      const path = `/v1/escalations/${this.escalation.id}`;
      const read = await this.demo.apiOf(this.watcher).get<EscalationView>(path);
      if (read.seq < this.escalation.seq) throw new Error(`a later read lacks what was answered (seq ${read.seq})`);
    });
    this.toldSeq = Math.max(this.toldSeq, this.escalation.seq);
  }

  private async tellNews(): Promise<readonly TimelineItem[]> {
    const path = `/v1/escalations/${this.escalation.id}/timeline`;
    const page = await this.checked('timeline', () =>
      this.demo.apiOf(this.watcher).get<Page<TimelineItem>>(path, { limit: 1_000 }),
    );
    const news = page.items.filter((item) => item.seq > this.toldSeq);
    for (const item of worthTelling(news)) await this.demo.narrator.aside(item.summary);
    this.toldSeq = news.at(-1)?.seq ?? this.toldSeq;
    return news;
  }

  private async checked<T>(step: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.failure(step, messageOf(error), error);
    }
  }

  private failure(step: string, why: string, cause?: unknown): CliFailure {
    const exitCode = cause instanceof CliFailure ? cause.exitCode : EXIT.failed;
    const details = cause instanceof CliFailure ? cause.details : [];
    const ref = this.known?.ref ?? 'not raised';
    return new CliFailure(exitCode, `The demo broke in "${this.title}" (${ref}) at ${step}: ${why}`, details);
  }
}
