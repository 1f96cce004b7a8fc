import type { PolicyDocument } from '../../domain/policy/policy.schema';
import type { DraftView } from '../../services/api/views/policy.schema';
import type { WhatIfView } from '../../services/api/views/what-if.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { HOWARD, MARGUERITE, PolicyDesk, type Items } from './policy-desk';
import { acknowledged, clock, later, pointersOf, raise, slugOf } from './stories';
import { keyOf, validatedApi, type ValidatedApi } from './validated-request';

interface Comparison {
  from: number;
  differences: { path: string; before: string | null; after: string | null }[];
}

let world: World;
let api: ValidatedApi;
let desk: PolicyDesk;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
  desk = new PolicyDesk(api);
});

afterAll(() => world.close());

/** The lines of a what-if, as they come. */
async function whatIf(as: string, { id }: DraftView, body: unknown = {}): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${world.apiUrl}/v1/policy-drafts/${id}/what-if`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${keyOf(world, as)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  const text = await response.text();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a policy, from its draft to what is raised under it', () => {
  it('is drafted by one, compared, tried on what was, and approved by another', async () => {
    const before = await desk.present();
    const late = await raise(api);
    await later(api, late, 'PT3H');
    const draft = await desk.drafted(
      HOWARD,
      'An hour for the acknowledgment',
      await desk.changed({ clocks: { intake: { budget: 'PT1H' } } }),
    );
    expect(draft).toMatchObject({ state: 'draft', revision: 1, basedOn: before.version, mayApprove: false });

    const compared = await api.as(MARGUERITE).get<Comparison>(`/v1/policy-drafts/${draft.id}/comparison`);
    expect(compared.body).toEqual({
      from: before.version,
      differences: [
        { path: 'clocks › intake › budget', before: null, after: '1 hour' },
        { path: 'clocks › approval › budget', before: '2 hours', after: null },
      ],
    });

    const lines = await whatIf(HOWARD, draft, { days: 30 });
    expect(lines.at(-2)).toEqual({ progress: { done: 1, total: 1 } });
    const { result } = lines.at(-1) as { result: WhatIfView };
    expect(result).toMatchObject({ days: 30, escalations: 1, capped: false, differing: 1 });
    const intake = result.clocks.find(({ clockId }) => clockId === 'intake');
    // The recorded chain began at 2 h, the other one would have at 1 h: two rungs more by 3 h.
    expect([intake?.before.rungs, intake?.after.rungs]).toEqual([3, 5]);
    expect(result.most.map(({ ref }) => ref)).toEqual([late.ref]);

    await desk.decided(HOWARD, draft, 'submit');
    const own = await desk.asked(HOWARD, draft);
    expect([own.status, slugOf(own)]).toEqual([403, 'own-draft']);
    const seen = (await api.as(MARGUERITE).get<DraftView>(`/v1/policy-drafts/${draft.id}`)).body;
    expect(seen).toMatchObject({ state: 'submitted', mayApprove: true });
    const approved = await desk.approved(MARGUERITE, draft, { note: 'As we agreed.' });
    expect(approved).toMatchObject({ state: 'approved', version: before.version + 1 });

    const now = await desk.present();
    expect(now).toMatchObject({
      ...{ version: before.version + 1, state: 'current', note: 'As we agreed.' },
      ...{ draftedBy: { id: HOWARD }, approvedBy: { id: MARGUERITE } },
    });
    expect((await desk.versions()).find(({ version }) => version === before.version)).toMatchObject({ state: 'past' });
    const early = (await api.as('manager-ines').get(`/v1/escalations/${late.id}`)).body;
    const fresh = await raise(api);
    expect([early.policyVersion, fresh.policyVersion]).toEqual([before.version, before.version + 1]);
    expect([clock(early, 'intake').budget, clock(fresh, 'intake').budget]).toEqual(['PT2H', 'PT1H']);
    const under = await api
      .as('manager-ines')
      .get<Items<{ id: string }>>(`/v1/escalations?policyVersion=${now.version}`);
    expect(under.body.items.map(({ id }) => id)).toEqual([fresh.id]);
  });

  it('waits for the moment from which it holds', async () => {
    const before = await desk.present();
    const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
    const coming = await desk.inForce('Two hours again, from tomorrow', await desk.changed({ clocks: {} }), tomorrow);
    expect((await desk.present()).version).toBe(before.version);
    const stored = (await desk.versions()).find(({ version }) => version === coming.version);
    expect(stored).toMatchObject({ state: 'coming', effectiveFrom: tomorrow });
    expect((await raise(api)).policyVersion).toBe(before.version);
    const newer = await desk.inForce('Three rounds, at once', await desk.changed({ loudRounds: 3 }));
    const states = new Map((await desk.versions()).map(({ version, state }) => [version, state]));
    expect([states.get(newer.version ?? 0), states.get(coming.version ?? 0)]).toEqual(['current', 'past']);
    const past = await desk.drafted(HOWARD, 'Backdated', await desk.changed({ loudRounds: 4 }));
    await desk.decided(HOWARD, past, 'submit');
    const refused = await desk.asked(MARGUERITE, past, { effectiveFrom: '2026-01-01T00:00:00Z' });
    expect([refused.status, slugOf(refused), pointersOf(refused)]).toEqual([
      422,
      'invalid-content',
      ['#/effectiveFrom'],
    ]);
  });

  it('counts clocks in the hours of a calendar, and refuses one that is never open', async () => {
    const week = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [['09:00', '17:00']]]),
    );
    const calendars = [{ name: 'berlin', zone: 'Europe/Berlin', week, holidays: { country: 'DE', region: 'BE' } }];
    const clocks = { investigation: { budget: 'PT80H', calendar: 'berlin' } };
    const made = await desk.inForce('Investigations in office hours', await desk.changed({ calendars, clocks }));
    const started = await acknowledged(api);
    expect(started.policyVersion).toBe(made.version);
    const { startedAt, dueAt } = clock(started, 'investigation');
    // Ten working days of eight hours have a weekend between them.
    expect(Date.parse(dueAt) - Date.parse(startedAt)).toBeGreaterThan(11 * 24 * 3_600_000);

    const closed = await api.as(HOWARD).post('/v1/policy-drafts', {
      title: 'Closed',
      policy: await desk.changed({ calendars: [{ name: 'never', zone: 'Europe/Berlin', week: {} }], clocks: {} }),
    });
    expect([closed.status, slugOf(closed), pointersOf(closed)]).toEqual([
      ...[422, 'calendar-never-open', ['#/policy/calendars/0/week']],
    ]);
    const seldom = await api.as(HOWARD).post('/v1/policy-drafts', {
      title: 'Seldom',
      policy: await desk.changed({
        calendars: [{ name: 'seldom', zone: 'Etc/UTC', week: { monday: [['09:00', '09:01']] } }],
        clocks: { investigation: { budget: 'PT4H', calendar: 'seldom' } },
      }),
    });
    expect([seldom.status, slugOf(seldom), pointersOf(seldom)]).toEqual([422, 'invalid-content', ['#/policy/clocks']]);
  });

  it('names every wrong field, and who is unknown or may not', async () => {
    const wrong = await api.as(HOWARD).post('/v1/policy-drafts', {
      title: 'Wrong',
      policy: await desk.changed({
        dutyManagerIds: ['nobody', 'agent-tomasz'],
        messageApproval: { approverIds: ['agent-tomasz'] },
        authority: { credit: { owner: { XQZ: 5 } }, kinds: {} },
        clocks: { intake: { calendar: 'mars' } },
      }),
    });
    expect([wrong.status, slugOf(wrong)]).toEqual([422, 'invalid-content']);
    expect(pointersOf(wrong).sort()).toEqual([
      '#/policy/authority/credit/owner/XQZ',
      '#/policy/clocks/intake/calendar',
      '#/policy/dutyManagerIds/0',
      '#/policy/dutyManagerIds/1',
      '#/policy/messageApproval/approverIds/0',
    ]);
    const shapeless = await api.as(HOWARD).post('/v1/policy-drafts', { title: 'Empty', policy: {} });
    expect([shapeless.status, slugOf(shapeless)]).toEqual([422, 'malformed']);
    expect(pointersOf(shapeless)).toContain('#/policy/rungEvery');
    const kept = await api
      .as('manager-ines')
      .post('/v1/policy-drafts', { title: 'Mine', policy: await desk.changed({}) });
    expect([kept.status, slugOf(kept)]).toEqual([403, 'not-allowed']);
  });
});

describe('a draft that several write', () => {
  it('tells who wrote in it meanwhile, and none of them approves it', async () => {
    const draft = await desk.drafted(HOWARD, 'Rounds', await desk.changed({ loudRounds: 3 }));
    const put = (as: string, revision: number, loudRounds: number, policy: PolicyDocument) =>
      api.as(as).put<DraftView>(`/v1/policy-drafts/${draft.id}`, {
        title: 'Rounds',
        revision,
        policy: { ...policy, loudRounds },
      });
    const policy = await desk.changed({});
    const second = await put(MARGUERITE, draft.revision, 4, policy);
    expect(second.body).toMatchObject({ revision: 2, writers: [{ id: HOWARD }, { id: MARGUERITE }] });
    const lost = await put(HOWARD, draft.revision, 5, policy);
    expect([lost.status, slugOf(lost)]).toEqual([409, 'draft-changed']);
    expect((lost.body as unknown as { detail: string }).detail).toContain('revision 2; Marguerite');
    await desk.decided(HOWARD, draft, 'submit');
    for (const writer of [HOWARD, MARGUERITE]) {
      const own = await desk.asked(writer, draft);
      expect([own.status, slugOf(own)]).toEqual([403, 'own-draft']);
    }
    const back = await desk.decided(MARGUERITE, draft, 'refuse', { note: 'Three are enough.' });
    expect(back).toMatchObject({ state: 'draft', note: 'Three are enough.', decidedBy: { id: MARGUERITE } });
    const early = await desk.asked('director-odile', draft);
    expect([early.status, slugOf(early)]).toEqual([409, 'draft-not-open']);
    const gone = await api.as(HOWARD).send('delete', `/v1/policy-drafts/${draft.id}`, {});
    expect(gone.status).toBe(204);
    const open = (await api.as(HOWARD).get<Items<DraftView>>('/v1/policy-drafts')).body.items;
    expect(open.map(({ id }) => id)).not.toContain(draft.id);
  });

  it('is approved as it was looked at, never as it was written since', async () => {
    const draft = await desk.drafted(HOWARD, 'Looked at', await desk.changed({ loudRounds: 3 }));
    const looked = await desk.decided(HOWARD, draft, 'submit');
    const approve = (body: object) => api.as(MARGUERITE).post(`/v1/policy-drafts/${draft.id}/approve`, body);
    const unseen = await approve({ note: 'It will be fine.' });
    expect([unseen.status, slugOf(unseen), pointersOf(unseen)]).toEqual([422, 'malformed', ['#/revision']]);
    const rewritten = { title: 'Looked at', revision: looked.revision, policy: await desk.changed({ loudRounds: 9 }) };
    await api.as(HOWARD).put(`/v1/policy-drafts/${draft.id}`, rewritten);
    await desk.decided(HOWARD, draft, 'submit');
    const before = await desk.present();
    const late = await approve({ revision: looked.revision });
    expect([late.status, slugOf(late)]).toEqual([409, 'draft-changed']);
    expect(await desk.present()).toEqual(before);
  });

  it('does not silently take back what was published since', async () => {
    const mine = await desk.drafted(HOWARD, 'Mine', await desk.changed({ takeCharge: 'PT90M' }));
    await desk.decided(HOWARD, mine, 'submit');
    const other = await desk.inForce('Theirs', await desk.changed({ loudRounds: 4 }));
    const outdated = await desk.asked(MARGUERITE, mine);
    expect([outdated.status, slugOf(outdated)]).toEqual([409, 'draft-outdated']);
    const seen = (await api.as(HOWARD).get<DraftView>(`/v1/policy-drafts/${mine.id}`)).body;
    const rebased = { title: 'Mine', revision: seen.revision, basedOn: other.version };
    const policy = await desk.changed({ takeCharge: 'PT90M' });
    await api.as(HOWARD).put(`/v1/policy-drafts/${mine.id}`, { ...rebased, policy });
    await desk.decided(HOWARD, mine, 'submit');
    await desk.approved(MARGUERITE, mine);
    expect((await desk.present()).policy).toMatchObject({ takeCharge: 'PT90M', loudRounds: 4 });
  });
});
