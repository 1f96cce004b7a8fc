import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { ValidatedApi } from './validated-request';

/** A complaint that weighs as P1: enterprise, billing, a customer of many years who escalates for the first time. */
export function complaint(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    account: {
      name: `Northwind ${Math.random().toString(36).slice(2)}`,
      tier: 'enterprise',
      arr: { amount: 48_000_000, currency: 'USD' },
      customerSince: '2019-03-01',
      csmId: 'csm-bashir',
    },
    summary: 'Charged twice for three months',
    narrative: 'Since September each invoice was collected twice.',
    severity: 'billing',
    scope: 'one-customer',
    origin: 'internal',
    door: 'api',
    contact: { name: 'Pat Lindqvist', email: 'pat@northwind.example' },
    ...more,
  };
}

/** An acknowledgment as it should be, by Ines Marchetti, naming Anneke Voss as the owner. */
export const acknowledgment = {
  subject: 'Your invoices: I am on it',
  body: [
    'Dear Pat,',
    'I am Ines Marchetti, Support Manager, EMEA, and I take personal responsibility for putting this right.',
    'Anneke Voss owns it from now on and will call you today.',
  ].join('\n'),
};

/** A full account to the customer with one promise. */
export function customerUpdate(dueAt: string): Record<string, unknown> {
  return {
    understood: 'Each invoice since September was collected twice.',
    willDo: 'The second collections are paid back and the job that makes them is switched off.',
    commitments: [{ text: 'All second collections paid back', dueAt, responsibleId: 'owner-anneke' }],
    message: { subject: 'What happened to your invoices', body: 'Dear Pat, this is what we found, and what we do.' },
  };
}

/** What the investigation found. */
export const findings = {
  findings: 'The collection job ran twice since the release of September.',
  ticketHistoryRead: true,
  csmConsulted: { personId: 'csm-bashir', note: 'They consider leaving.' },
};

/** Raises an escalation as an agent. */
export async function raise(api: ValidatedApi, more: Readonly<Record<string, unknown>> = {}): Promise<EscalationView> {
  const answer = await api.as('agent-tomasz').post('/v1/escalations', complaint(more));
  expect(answer.status).toBe(201);
  return answer.body;
}

/** Does a step and expects it to be taken. */
export async function step(
  api: ValidatedApi,
  personId: string,
  { id }: { id: string },
  name: string,
  body: unknown,
): Promise<EscalationView> {
  const answer = await api.as(personId).post(`/v1/escalations/${id}/steps/${name}`, body);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body;
}

/** Gives a command and expects it to be taken. */
export async function command(
  api: ValidatedApi,
  personId: string,
  { id }: { id: string },
  name: string,
  body: unknown,
): Promise<EscalationView> {
  const answer = await api.as(personId).post(`/v1/escalations/${id}/commands/${name}`, body);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body;
}

/** Raises and acknowledges. */
export async function acknowledged(
  api: ValidatedApi,
  more: Readonly<Record<string, unknown>> = {},
): Promise<EscalationView> {
  const raised = await raise(api, more);
  return step(api, 'manager-ines', raised, 'intake', { ownerId: 'owner-anneke', acknowledgment });
}

/** What closes it. */
export const closure = {
  message: { subject: 'It is done', body: 'Dear Pat, everything is paid back.' },
  rootCause: 'product-bug',
  rootCauseNote: 'The job was deployed twice.',
};

/** Works everything up to the full account to the customer, with one promise for the day after. */
export async function answered(
  api: ValidatedApi,
  more: Readonly<Record<string, unknown>> = {},
): Promise<EscalationView> {
  const started = await acknowledged(api, more);
  await step(api, 'owner-anneke', started, 'investigation', findings);
  await step(api, 'owner-anneke', started, 'solution', {
    kind: 'configuration-change',
    description: 'The job is off.',
  });
  const dueAt = new Date(Date.parse(started.now) + 24 * 3_600_000).toISOString();
  return step(api, 'owner-anneke', started, 'customer-update', customerUpdate(dueAt));
}

/** Works everything up to the closure included. */
export async function closed(api: ValidatedApi, more: Readonly<Record<string, unknown>> = {}): Promise<EscalationView> {
  const told = await answered(api, more);
  await command(api, 'owner-anneke', told, 'keep-commitment', { commitmentId: told.commitments[0]?.id });
  return step(api, 'owner-anneke', told, 'closure', closure);
}

/** Moves its time forward. */
export async function later(api: ValidatedApi, { id }: { id: string }, duration: string): Promise<EscalationView> {
  const answer = await api.as('manager-ines').post('/v1/time-machine', { escalationId: id, duration });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body;
}

/** One clock of an escalation. */
export function clock(view: EscalationView, id: string): EscalationView['clocks'][number] {
  const found = view.clocks.find((one) => one.id === id);
  if (!found) throw new Error(`${view.ref} has no clock ${id}`);
  return found;
}

/** The last part of a problem's type. */
export function slugOf(answer: { body: unknown }): string {
  return (answer.body as { type?: string }).type?.replace('/problems/', '') ?? '';
}

/** The pointers of the fields that a problem names. */
export function pointersOf(answer: { body: unknown }): string[] {
  return ((answer.body as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer);
}
