import type { EscalationView } from '../../services/api/views/escalation.schema';
import { acknowledged, command, customerUpdate, findings, later, raise, step } from '../api/stories';
import type { ValidatedApi } from '../api/validated-request';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A remedy that only a director may allow. */
export const BEYOND = {
  kind: 'billing-credit',
  description: 'The three double collections, and a month free for the trouble.',
  credit: { amount: 1_200_000, currency: 'USD' },
};

/** A moment after an escalation's own now. */
export function after({ now }: EscalationView, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString();
}

/** An escalation in which everything is: a promise moved, a decision, tasks, a team, an offer, a level that was set, a pause, others. */
export async function everything(api: ValidatedApi): Promise<EscalationView> {
  const told = await acknowledged(api, { summary: 'Invoices collected twice, the archive gone' });
  const owner = (name: string, body: unknown) => command(api, 'owner-anneke', told, name, body);
  const manager = (name: string, body: unknown) => command(api, 'manager-ines', told, name, body);
  await step(api, 'owner-anneke', told, 'investigation', findings);
  await step(api, 'owner-anneke', told, 'solution', BEYOND);
  await owner('add-to-team', { personId: 'engineer-mirko', role: 'Finds the faulty deployment' });
  await owner('add-task', {
    ...{ text: 'Switch the collection job off', personId: 'engineer-mirko', dueAt: after(told, 5 * HOUR_MS) },
  });
  await owner('add-task', {
    ...{
      text: 'Pay the second collections back',
      personId: 'finance-victor',
      dueAt: after(told, DAY_MS),
      after: ['t1'],
    },
  });
  await manager('name-escalation-manager', { personId: 'escalation-noor' });
  await manager('name-sponsor', { personId: 'executive-elena', facing: 'both' });
  await manager('name-counterpart', {
    ...{ name: 'Rosa Almeida', title: 'CFO', email: 'rosa@northwind.example' },
    agreed: [{ text: 'Send us the bank statements', dueAt: after(told, DAY_MS) }],
  });
  await step(api, 'owner-anneke', told, 'customer-update', customerUpdate(after(told, 2 * DAY_MS)));
  await owner('move-commitment', {
    ...{ commitmentId: 'c1', dueAt: after(told, 3 * DAY_MS), reason: 'The bank needs a day more.' },
  });
  await manager('override-priority', {
    ...{ level: 'P2', reason: 'They have a way around it until Friday.', dueAt: after(told, 4 * DAY_MS) },
    breachAllTheSame: true,
  });
  await together(api, told);
  await later(api, told, 'PT1H');
  await owner('hand-over', {
    ...{ toId: 'owner-desmond', note: 'The job is found, Finance pays back tomorrow, Rosa wants a call on Friday.' },
  });
  return owner('pause', {
    ...{ dueAt: after(told, 2 * DAY_MS), reason: 'Only they know which invoices they have disputed already.' },
    question: { channel: 'phone', body: 'I asked which invoices the bank has returned.' },
  });
}

/** Another one linked with it, one merged into it, one under its umbrella. */
async function together(api: ValidatedApi, told: EscalationView): Promise<void> {
  const [linked, merged] = [await raise(api), await raise(api)];
  await command(api, 'manager-ines', told, 'link', { otherId: linked.ref, kind: 'same-cause', note: 'The same job' });
  await command(api, 'manager-ines', merged, 'merge', { intoId: told.ref, reason: 'The same complaint by mail' });
  const child = { account: { name: `Gull ${Math.random().toString(36).slice(2)}` }, contact: { name: 'Ida Berg' } };
  const answer = await api.as('manager-ines').post(`/v1/escalations/${told.id}/children`, { items: [child] });
  expect([answer.status, answer.body]).toMatchObject([200, { created: 1 }]);
}
