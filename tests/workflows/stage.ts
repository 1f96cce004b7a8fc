import type { Policy } from '../../domain/policy';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import type { Complaint } from '../../domain/intake';
import { decideRaise } from '../../domain/escalation/raise';
import { evolveAll } from '../../domain/escalation/evolve';
import type { Escalation } from '../../domain/escalation/state';
import type { EscalationInput } from '../../workflows/escalation/input';
import { startOptions } from '../../services/shared/workflow/start-options';
import type { Database } from '../../services/shared/store/database';
import { openDatabase } from '../../services/shared/store/database';
import { DEMO_DUTY_MANAGERS, DEMO_PEOPLE } from '../../services/shared/store/demo-people';
import type { DemoMail } from '../../services/shared/store/demo-mails';
import { listDemoMails } from '../../services/shared/store/demo-mails';
import type { PersonFacts } from '../../services/shared/store/people';
import { excerpt, upsertPeople } from '../../services/shared/store/people';
import { asActor } from '../../domain/people';
import type { World, WorldOptions } from '../support/world';
import { createWorld } from '../support/world';
import { Story } from './story';

/** The people who play: they stand in one line, and nobody else is above them but the executive. */
export const CAST = {
  agent: 'agent-tomasz',
  owner: 'owner-anneke',
  manager: 'manager-ines',
  director: 'director-howard',
  vp: 'vp-marguerite',
  csm: 'csm-bashir',
} as const;

/** A manager whose mailbox does not exist. */
const UNREACHABLE: PersonFacts = {
  id: 'manager-nowhere',
  name: 'Odo Nowhere',
  title: 'Support Manager',
  email: 'odo@nowhere.invalid',
  roles: ['manager'],
  function: 'support',
  managerId: CAST.director,
  zone: 'Europe/Berlin',
  available: true,
};

/** What a raise says where a test does not say otherwise: a P1. */
const COMPLAINT: Complaint = {
  summary: 'Charged twice for three months',
  narrative: 'We were promised a credit in August and have heard nothing since.',
  severity: 'billing',
  scope: null,
  origin: null,
  door: 'executive-mail',
  contact: { name: 'Ottilie Karr', email: 'ottilie.karr@northwind.example' },
  public: true,
  threatensPublic: false,
  externalRef: null,
  account: {
    id: 'northwind',
    name: 'Northwind',
    tier: 'enterprise',
    arr: { amount: 48_000_000, currency: 'USD' },
    customerSince: '2019-03-01',
    csmId: CAST.csm,
  },
};

/** What P4 takes: a small account, a question of use, no noise. */
export const FAINT: Partial<Complaint> = {
  severity: 'usability',
  public: false,
  account: { ...COMPLAINT.account, tier: 'small', arr: null, customerSince: '2026-01-01' },
};

/** How an escalation is raised. */
export interface RaiseOptions {
  complaint?: Partial<Complaint>;
  policy?: Partial<Policy>;
  quiet?: boolean;
  /** Epoch milliseconds, now or later: the workflow's own time is moved there before its first task. */
  at?: number;
  receivedAt?: number;
  /** Leaves the first task waiting for `at`. */
  startOnly?: boolean;
  continueAfterEvents?: number;
}

/** A world with our worker and notifier at work and the demo's people in its directory. */
export class Stage {
  private raised = 0;

  private constructor(
    readonly world: World,
    readonly db: Database,
  ) {}

  /** Sets it up; takes about three seconds. */
  static async create(options: WorldOptions = { services: ['worker', 'notifier'] }): Promise<Stage> {
    const world = await createWorld(options);
    const db = openDatabase(world.databaseUrl, { connections: 4 });
    await upsertPeople(db, [...DEMO_PEOPLE, UNREACHABLE]);
    return new Stage(world, db);
  }

  /** Raises an escalation as the API does, and answers with its story. */
  async raise(options: RaiseOptions = {}): Promise<Story> {
    const number = (this.raised += 1);
    const id = `e${number}`;
    const raisedAt = options.at ?? Date.now();
    const policy = { ...SHIPPED_POLICY, dutyManagerIds: DEMO_DUTY_MANAGERS, ...options.policy };
    const directory = await excerpt(this.db, [CAST.agent, CAST.csm, ...policy.dutyManagerIds]);
    const agent = directory.people.find((person) => person.id === CAST.agent);
    if (!agent) throw new Error('the cast is not in the directory');
    const unrecorded = decideRaise(
      {
        ...{ id, ref: `UP-${number}`, complaint: { ...COMPLAINT, ...options.complaint }, firstEscalation: true },
        ...{ receivedAt: options.receivedAt ?? raisedAt, quiet: options.quiet ?? false, by: asActor(agent) },
        ...{ policy, directory },
      },
      raisedAt,
    );
    const state = evolveAll(null, unrecorded) as Escalation;
    const input = { escalationId: id, state: null, unrecorded, outcomes: [], ...onlyWhen(options) };
    const delayMs = await this.start(state, input, raisedAt);
    const story = new Story(this, id);
    if (delayMs > 0 && !options.startOnly) await story.fastForward(delayMs);
    return story;
  }

  /** The mails that the sink took, oldest first. */
  async mails(): Promise<DemoMail[]> {
    return (await listDemoMails(this.db)).reverse();
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.db.close();
    await this.world.close();
  }

  // The delay keeps the first task back, and skipping it puts the workflow's clock where the story begins.
  private async start(state: Escalation, input: EscalationInput, at: number): Promise<number> {
    const { type, options } = startOptions(state, input);
    const delayMs = Math.max(0, at - Date.now());
    await this.world.client.workflow.start(type, { ...options, ...(delayMs > 0 ? { startDelay: delayMs } : {}) });
    return delayMs;
  }
}

function onlyWhen({ continueAfterEvents }: RaiseOptions): Pick<EscalationInput, 'continueAfterEvents'> {
  return continueAfterEvents === undefined ? {} : { continueAfterEvents };
}
