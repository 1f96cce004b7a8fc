import type { EscalationEvent, EventOf, EventType } from '../../../domain/escalation/events';
import type { Clock, Escalation } from '../../../domain/escalation/state';
import type { Sponsor } from '../../../domain/escalation/team/team';
import type { DutyShift } from '../../../domain/duty';
import type { Complaint } from '../../../domain/intake';
import type { Person } from '../../../domain/people';
import { asActor } from '../../../domain/people';
import type { Policy } from '../../../domain/policy';
import { SHIPPED_POLICY } from '../../../domain/shipped-policy';
import type { Rejection } from '../../../domain/rejection';
import { LAWS } from '../laws/laws';
import type { Body, DeedName } from './bodies';
import { OTHERS } from './bodies-together';
import { plainCompany } from './company';
import { Simulation } from './simulation';

/** What a story begins with; what is left out is a plain P2 of an enterprise, raised on a Monday morning. */
export interface Beginning {
  /** ISO 8601. */
  at?: string;
  receivedAt?: string;
  zone?: string;
  quiet?: boolean;
  firstEscalation?: boolean;
  complaint?: Partial<Complaint>;
  account?: Partial<Complaint['account']>;
  policy?: Partial<Policy>;
  /** The account's own sponsor. */
  sponsor?: Sponsor;
  /** People who differ from those of the plain company. */
  people?: Record<string, Partial<Person>>;
  /** The rota as it is written out. */
  duty?: readonly DutyShift[];
}

/** Somebody was told something. */
export interface Told {
  at: string;
  toId: string;
  kind: string;
  via: string;
}

const COMPLAINT: Complaint = {
  summary: 'Charged twice for three months',
  narrative: '',
  severity: 'billing',
  scope: 'one-customer',
  origin: 'internal',
  door: 'executive-mail',
  contact: { name: 'Noor Haddad', email: 'noor@northwind.example' },
  public: false,
  threatensPublic: false,
  externalRef: null,
  account: { id: 'northwind', name: 'Northwind', tier: 'enterprise', arr: null, customerSince: null, csmId: 'cleo' },
};

/** The life of one escalation, told step by step; every law of the core watches over it. */
export class Story {
  private readonly simulation: Simulation;

  constructor(beginning: Beginning = {}) {
    const people = plainCompany(beginning.zone);
    for (const [id, change] of Object.entries(beginning.people ?? {}))
      people[id] = { ...(people[id] as Person), ...change };
    const now = Date.parse(beginning.at ?? '2026-11-23T09:00:00Z');
    const raise = {
      id: '0199-story',
      ref: 'UP-1042',
      complaint: { ...COMPLAINT, ...beginning.complaint, account: { ...COMPLAINT.account, ...beginning.account } },
      firstEscalation: beginning.firstEscalation ?? false,
      receivedAt: beginning.receivedAt ? Date.parse(beginning.receivedAt) : now,
      quiet: beginning.quiet ?? false,
      by: asActor(people.ana as Person),
      policy: { ...SHIPPED_POLICY, dutyManagerIds: ['mia', 'max'], ...beginning.policy },
      directory: { version: 1, people: Object.values(people) },
      duty: beginning.duty ?? [],
      ...(beginning.sponsor ? { sponsor: beginning.sponsor } : {}),
    };
    const watches = LAWS.map((law) => law.watch());
    this.simulation = new Simulation(raise, now, watches);
  }

  /** The state as it is now. */
  get state(): Escalation {
    return this.simulation.state;
  }

  /** This escalation's own now, ISO 8601. */
  get now(): string {
    return new Date(this.simulation.now).toISOString();
  }

  get events(): readonly EscalationEvent[] {
    return this.simulation.events;
  }

  /** Time passes. */
  pass(ms: number): this {
    this.simulation.pass(ms);
    return this;
  }

  /** Time passes until this moment, ISO 8601. */
  until(moment: string): this {
    return this.pass(Date.parse(moment) - this.simulation.now);
  }

  /** Time passes while no worker runs. */
  outage(ms: number): this {
    this.simulation.outage(ms);
    return this;
  }

  /** The mail server goes down, comes back, or refuses somebody for good. */
  mail(weather: Simulation['weather']): this {
    this.simulation.weather = weather;
    this.simulation.note(() => undefined);
    return this;
  }

  /** The directory changes somebody. */
  change(id: string, change: Partial<Person>): this {
    this.simulation.refresh([{ ...this.person(id), ...change }]);
    return this;
  }

  /** Another rota is written. */
  rota(duty: readonly DutyShift[]): this {
    this.simulation.refresh([], duty);
    return this;
  }

  /** Somebody does something, and it is taken. */
  does(by: string, deed: DeedName, body: Body = {}, policy?: Policy): this {
    const rejection = this.tries(by, deed, body, policy);
    if (rejection) throw new Error(`${by} may not ${deed}: ${rejection.type}, ${rejection.detail}`);
    return this;
  }

  /** Somebody tries something; answers with the rejection, or null where it was taken. */
  tries(by: string, deed: DeedName, body: Body = {}, policy?: Policy): Rejection | null {
    const directory = { version: 1, people: [] };
    return this.simulation.give({ name: deed, body, by: asActor(this.person(by)), directory, others: OTHERS, policy });
  }

  /** Somebody as the escalation knows them. */
  person(id: string): Person {
    return this.state.people[id] as Person;
  }

  /** A clock as it stands. */
  clock(id: string): Clock {
    return this.state.clocks.find((one) => one.id === id) as Clock;
  }

  /** The events of one type. */
  all<T extends EventType>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }

  /** Everybody who was told something, in order. */
  told(kind?: string): Told[] {
    return this.events.flatMap((event) =>
      'notices' in event.data
        ? event.data.notices
            .filter((notice) => !kind || notice.kind === kind)
            .map(({ toId, kind: what, via }) => ({ at: new Date(event.at).toISOString(), toId, kind: what, via }))
        : [],
    );
  }

  /** The rungs so far, of one clock or of all, as `MM-DDTHH:MM who`. */
  rungs(clockId?: string): string[] {
    return this.all('chain.advanced')
      .filter(({ data }) => !clockId || data.clockId === clockId)
      .map(({ at, data }) => `${new Date(at).toISOString().slice(5, 16)} ${data.toIds.join('+')}`);
  }
}
