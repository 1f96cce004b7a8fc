import type { Answer } from './patient-caller';
import type { Cast, Player } from './cast';

const HOUR_MS = 3_600_000;

/** What was acknowledged to us about one escalation: the witness against which the end is held. */
export interface Witness {
  id: string;
  number: number;
  notes: string[];
  steps: string[];
  settles: boolean;
}

/** One escalation lived by its people while processes die around them. */
export class Life {
  readonly witness: Witness;

  private constructor(
    private readonly cast: Cast,
    id: string,
    number: number,
  ) {
    // One in four stays open, forgotten by its owner.
    this.witness = { id, number, notes: [], steps: [], settles: number % 4 !== 0 };
  }

  /** Raises it; every third came in three hours ago, so that its clock has run out and its chain goes up at once. */
  static async begin(cast: Cast, number: number): Promise<Life> {
    const receivedAt = new Date(Date.now() - (number % 3 === 0 ? 3 * HOUR_MS : 0)).toISOString();
    const answer = await cast.agent.api.post('/v1/escalations', {
      account: { name: `Fault ${number}`, tier: 'enterprise', csmId: cast.csm.id },
      summary: `Escalation ${number} among faults`,
      severity: 'billing',
      public: true,
      door: 'api',
      contact: { name: 'Kim', email: `kim.${number}@customer.example` },
      receivedAt,
      externalRef: `faults:${number}`,
    });
    const { id } = expectOk(answer, `raise ${number}`) as { id: string };
    return new Life(cast, id, number);
  }

  /** A word on the timeline, by whoever. */
  async note(text: string): Promise<void> {
    const note = `${text} #${this.witness.number}.${this.witness.notes.length}`;
    await this.do(this.cast.manager, 'commands/add-note', { note });
    this.witness.notes.push(note);
  }

  /** The steps up to the customer update. */
  async answer(): Promise<void> {
    const { manager, owner, csm } = this.cast;
    const body = `I am ${manager.name}, ${manager.title}. I take personal responsibility; ${owner.name} owns it from here.`;
    await this.step(manager, 'intake', { ownerId: owner.id, acknowledgment: { subject: 'Your complaint', body } });
    await this.step(owner, 'investigation', {
      findings: 'Charged twice.',
      ticketHistoryRead: true,
      csmConsulted: { personId: csm.id, note: 'Knew of it.' },
      scope: 'one-customer',
      origin: 'internal',
    });
    await this.step(owner, 'solution', { kind: 'billing-credit', description: 'Refund.' });
    await this.step(owner, 'customer-update', {
      understood: 'You were charged twice.',
      willDo: 'We refund it.',
      commitments: [
        { text: 'Refund', dueAt: new Date(Date.now() + 48 * HOUR_MS).toISOString(), responsibleId: owner.id },
      ],
      message: { subject: 'What happened', body: `${owner.name} here: we refund it within two days.` },
    });
  }

  /** The promise kept, closed, and checked on. */
  async settle(): Promise<void> {
    const { owner, csm } = this.cast;
    await this.do(owner, 'commands/keep-commitment', { commitmentId: 'c1' });
    await this.step(owner, 'closure', {
      message: { subject: 'Closed', body: `Thank you. ${owner.name}` },
      rootCause: 'product-bug',
      rootCauseNote: 'A retry charged again.',
    });
    await this.step(csm, 'check-in', { reached: true, improved: true, note: 'All well.' });
  }

  private async step(by: Player, step: string, body: unknown): Promise<void> {
    await this.do(by, `steps/${step}`, body);
    this.witness.steps.push(step);
  }

  private async do(by: Player, what: string, body: unknown): Promise<void> {
    expectOk(
      await by.api.post(`/v1/escalations/${this.witness.id}/${what}`, body),
      `${what} of ${this.witness.number}`,
    );
  }
}

function expectOk(answer: Answer, what: string): Record<string, unknown> {
  if (answer.status < 300) return answer.body;
  throw new Error(`${what} was refused after ${answer.tries} tries: ${answer.status} ${JSON.stringify(answer.body)}`);
}
