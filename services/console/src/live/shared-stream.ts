import type { Candidacy } from './leadership';
import { stand } from './leadership';
import { keepPosition, lastPosition } from './last-position';
import type { LiveEvent } from './live-event';
import { StreamConnection } from './stream-connection';
import type { LiveState, TabChannel, TabMessage } from './tab-channel';
import { openTabChannel } from './tab-channel';

const STREAM = '/v1/stream';
/** A line that heals within this time was hardly cut: nobody is told. */
const GRACE_MS = 1_000;
/** The leading tab passes on every sign of life of the server, one each 15 s. */
const SILENT_LEADER_MS = 40_000;
/** How long a leading tab may take to answer, busy as it may be. */
const ANSWER_MS = 8_000;
const STALE_ASKS_EVERY_MS = 5_000;

/** What the shared stream tells its page. */
export interface StreamEars {
  onEvent: (event: LiveEvent) => void;
  onState: (live: LiveState) => void;
  /** From here on nothing is missed; what was read before may be out of date. `healed`: the line had been cut. */
  onAnew: (healed: boolean) => void;
  onSessionEnded: () => void;
}

/** The one connection of all tabs of a person, as one of these tabs sees it: the leading one holds it, all hear it. */
export class SharedStream {
  private live: LiveState = { state: 'connecting', since: null };
  private position: number | null;
  private connection: StreamConnection | null = null;
  private heardAt = new Date();
  private readonly channel: TabChannel;
  private readonly candidacy: Candidacy;
  private grace: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly name: string,
    private readonly ears: StreamEars,
  ) {
    this.position = lastPosition(name);
    this.channel = openTabChannel(name, (message) => this.hear(message));
    this.channel.post({ kind: 'ask' });
    this.watchLeader(SILENT_LEADER_MS);
    this.candidacy = stand(name, { onLead: () => this.lead(), onDeposed: () => this.follow() });
  }

  /** Looks after the line at once: the page is seen again, or the network is back. */
  wake(): void {
    if (this.connection) this.connection.wake();
    else {
      this.channel.post({ kind: 'ask' });
      this.watchLeader(ANSWER_MS);
    }
  }

  close(): void {
    this.candidacy.withdraw();
    clearTimeout(this.grace);
    clearTimeout(this.watch);
    this.channel.close();
  }

  private lead(): void {
    clearTimeout(this.watch);
    this.connection = new StreamConnection(STREAM, this.position, {
      onOpen: () => {
        if (this.position === null) this.ears.onAnew(false);
        this.heard(this.position);
      },
      onEvent: (event) => this.told(event),
      onPosition: (position) => this.heard(position),
      onLost: () => this.lost(),
      onSessionEnded: () => {
        this.cut();
        this.channel.post({ kind: 'session-ended' });
        this.ears.onSessionEnded();
      },
    });
  }

  private follow(): void {
    this.connection?.close();
    this.connection = null;
    this.watchLeader(SILENT_LEADER_MS);
  }

  /** As the leading tab: a sign of life of the server, which the others hear of. */
  private heard(position: number | null): void {
    this.heardAt = new Date();
    this.reach(position);
    this.show({ state: 'live', since: null });
    this.channel.post({ kind: 'state', live: this.live, position: this.position });
  }

  private told(event: LiveEvent): void {
    this.heardAt = new Date();
    this.channel.post({ kind: 'event', event });
    this.take(event);
  }

  /** After another tab has led, or a reload, the first events may be known here. */
  private take(event: LiveEvent): void {
    if (this.position !== null && event.position <= this.position) return;
    this.reach(event.position);
    this.ears.onEvent(event);
  }

  private reach(position: number | null): void {
    if (position === null || (this.position !== null && position < this.position)) return;
    this.position = position;
    keepPosition(this.name, position);
  }

  private lost(): void {
    if (this.live.state === 'stale') return;
    this.grace ??= setTimeout(() => this.cut(), GRACE_MS);
  }

  private cut(): void {
    if (this.live.state === 'stale') return;
    this.show({ state: 'stale', since: this.heardAt });
    if (this.connection) this.channel.post({ kind: 'state', live: this.live, position: this.position });
  }

  private show(live: LiveState): void {
    clearTimeout(this.grace);
    this.grace = undefined;
    if (live.state === this.live.state && live.since?.getTime() === this.live.since?.getTime()) return;
    const healed = this.live.state === 'stale' && live.state === 'live';
    this.live = live;
    this.ears.onState(live);
    if (healed) this.ears.onAnew(true);
  }

  /** What another tab says. */
  private hear(message: TabMessage): void {
    if (message.kind === 'ask') {
      if (!this.connection) return;
      this.connection.wake();
      this.channel.post({ kind: 'state', live: this.live, position: this.position });
      return;
    }
    if (message.kind === 'session-ended') this.ears.onSessionEnded();
    else if (message.kind === 'event') this.take(message.event);
    else this.hearState(message.live, message.position);
    if (!this.connection) this.watchLeader(this.live.state === 'stale' ? STALE_ASKS_EVERY_MS : SILENT_LEADER_MS);
  }

  private hearState(live: LiveState, position: number | null): void {
    // Two may lead for a moment, while one takes over: then each believes its own line.
    if (this.connection) return;
    if (live.state === 'live') {
      this.heardAt = new Date();
      this.reach(position);
    }
    this.show(live);
  }

  /** A leader who says nothing is asked, and replaced where no answer comes. */
  private watchLeader(patienceMs: number): void {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => {
      this.channel.post({ kind: 'ask' });
      this.watch = setTimeout(() => {
        this.cut();
        this.candidacy.takeOver();
        this.watchLeader(SILENT_LEADER_MS);
      }, ANSWER_MS);
    }, patienceMs);
  }
}
