import type { AccountView } from '../../services/api/views/account.schema';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { MessagesView } from '../../services/api/views/message.schema';
import type { PreviewView } from '../../services/api/views/preview.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { answered, clock, closure, command, complaint, later, pointersOf, raise, slugOf, step } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
});

afterAll(() => world.close());

const HOUR_MS = 3_600_000;
const after = ({ now }: EscalationView, hours: number) => new Date(Date.parse(now) + hours * HOUR_MS).toISOString();
const said = { channel: 'phone', body: 'I told them.' };
const path = ({ id }: EscalationView, name: string) => `/v1/escalations/${id}/commands/${name}`;

describe('a promise to the customer', () => {
  it('moves before its date: the customer gets a mail with both dates, and the reminder comes at 75 % of the new time', async () => {
    const told = await answered(api);
    const later18 = await later(api, told, 'PT17H');
    const dueAt = after(later18, 40);
    const moved = await command(api, 'owner-anneke', told, 'move-commitment', {
      commitmentId: 'c1',
      dueAt,
      reason: 'The bank needs two days.',
    });
    expect(moved.commitments).toMatchObject([
      { id: 'c1', state: 'open', dueAt, movedFrom: [told.commitments[0]?.dueAt], clockId: 'commitment:c1' },
    ]);
    expect(clock(moved, 'commitment:c1')).toMatchObject({ state: 'running', dueAt, remindedAt: null });
    const { items } = (await api.as('manager-ines').get<MessagesView>(`/v1/escalations/${told.id}/messages?limit=200`))
      .body;
    const mail = items.find(({ kind }) => kind === 'move-commitment');
    expect(mail).toMatchObject({ audience: 'customer', channel: 'mail', subject: 'Another date for what I promised' });
    expect(mail?.text).toContain('Anneke Voss');
    expect(mail?.text).not.toContain('bank');
    const reminded = await later(api, moved, 'PT30H30M');
    expect(clock(reminded, 'commitment:c1').remindedAt).not.toBeNull();
    const early = { commitmentId: 'c1', dueAt: told.now, reason: 'Sooner.', message: said };
    const past = await api.as('owner-anneke').post(path(told, 'move-commitment'), early);
    expect([past.status, slugOf(past), pointersOf(past)]).toEqual([422, 'invalid-content', ['#/dueAt']]);
  });

  it('broken cannot move: it is replaced, the account remembers, and the next owner sees it before promising', async () => {
    const name = `Remembering ${Math.random()}`;
    const account = { ...(complaint().account as object), name };
    const told = await answered(api, { account });
    const broken = await later(api, told, 'P2D');
    expect([broken.commitments[0]?.state, broken.account.brokenPromises]).toEqual(['broken', 1]);
    const move = { commitmentId: 'c1', dueAt: after(broken, 24), reason: 'Late.', message: said };
    const refused = await api.as('owner-anneke').post(path(told, 'move-commitment'), move);
    expect([refused.status, slugOf(refused)]).toEqual([409, 'not-now']);
    const shut = await api.as('owner-anneke').post(`/v1/escalations/${told.id}/steps/closure`, closure);
    expect([shut.status, slugOf(shut)]).toEqual([409, 'commitments-open']);
    const replaced = await command(api, 'owner-anneke', told, 'replace-commitment', {
      ...move,
      text: 'All of it, and the fees',
      responsibleId: 'owner-anneke',
    });
    expect(replaced.commitments.map(({ state }) => state)).toEqual(['replaced', 'open']);
    expect(clock(replaced, 'commitment:c1').state).toBe('cancelled');
    await command(api, 'owner-anneke', told, 'keep-commitment', { commitmentId: 'c2' });
    expect((await step(api, 'owner-anneke', told, 'closure', closure)).status).toBe('closed');
    const next = await raise(api, { account });
    expect(next.account.brokenPromises).toBe(1);
    const { figures } = (await api.as('manager-ines').get<AccountView>(`/v1/accounts/${next.account.id}`)).body;
    expect(figures).toMatchObject({ brokenPromises: 1, replacedPromises: 1, movedPromises: 0, keptPromises: 1 });
  });

  it('dated before the task it depends on is flagged, and made all the same where somebody says so', async () => {
    const told = await answered(api);
    const task = { text: 'Switch the job off', personId: 'engineer-mirko', dueAt: after(told, 72) };
    await command(api, 'owner-anneke', told, 'add-task', task);
    const promise = { text: 'It is off', dueAt: after(told, 48), responsibleId: 'owner-anneke', message: said };
    const body = { ...promise, dependsOn: ['t1'] };
    const flagged = await api.as('owner-anneke').post(path(told, 'add-commitment'), body);
    expect([flagged.status, slugOf(flagged), pointersOf(flagged)]).toEqual([422, 'promise-before-tasks', ['#/dueAt']]);
    const { body: preview } = await api
      .as('owner-anneke')
      .post<PreviewView>(`/v1/escalations/${told.id}/preview`, { kind: 'command', name: 'add-commitment', body });
    expect(preview.refusal?.type).toContain('promise-before-tasks');
    const made = await command(api, 'owner-anneke', told, 'add-commitment', { ...body, sendAllTheSame: true });
    expect(made.commitments[1]).toMatchObject({ text: 'It is off', dependsOn: ['t1'], remedy: false, movedFrom: [] });
    const yesterday = await api
      .as('owner-anneke')
      .post(path(told, 'add-commitment'), { ...promise, dueAt: after(told, -24) });
    expect([yesterday.status, pointersOf(yesterday)]).toEqual([422, ['#/dueAt']]);
  });
});
