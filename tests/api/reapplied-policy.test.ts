import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PreviewView } from '../../services/api/views/preview.schema';
import { cliEnv, runCli } from '../cli/support/run-cli';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { HOWARD, MARGUERITE, PolicyDesk, type Items } from './policy-desk';
import { acknowledged, clock, command, later, pointersOf, slugOf } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

let world: World;
let api: ValidatedApi;
let desk: PolicyDesk;
let folder: string;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker', 'notifier'] });
  api = await validatedApi(world);
  desk = new PolicyDesk(api);
  folder = mkdtempSync(path.join(os.tmpdir(), 'upstairs-policies-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

describe('another version for one that is open', () => {
  it('is previewed, refused where it would breach silently, applied, and on the timeline', async () => {
    const started = await acknowledged(api);
    const { version } = await desk.inForce(
      'Investigations in an hour',
      await desk.changed({ clocks: { investigation: { budget: 'PT1H' }, 'customer-update': { budget: 'PT12H' } } }),
    );
    const body = { reason: 'Their renewal is next week' };
    const preview = async (more: object = {}) =>
      (
        await api.as('manager-ines').post<PreviewView>(`/v1/escalations/${started.id}/preview`, {
          ...{ kind: 'command', name: 'reapply-policy', body: { ...body, ...more } },
        })
      ).body;
    const shown = (await preview()).follows.join('\n');
    expect(shown).toContain(
      `Version ${version} of the policy holds from now on instead of version ${started.policyVersion}`,
    );
    expect(shown).toMatch(/Investigation: due .* instead of /);
    expect(shown).toMatch(/Customer update: due .* instead of /);

    await later(api, started, 'PT2H');
    expect((await preview()).refusal).toMatchObject({ type: '/problems/would-breach' });
    const silent = await api.as('manager-ines').post(`/v1/escalations/${started.id}/commands/reapply-policy`, body);
    expect([silent.status, slugOf(silent), pointersOf(silent)]).toEqual([409, 'would-breach', ['#/version']]);
    const unknown = await api
      .as('manager-ines')
      .post(`/v1/escalations/${started.id}/commands/reapply-policy`, { ...body, version: 999 });
    expect([unknown.status, slugOf(unknown)]).toEqual([422, 'unknown-policy']);
    const smuggled = await api
      .as('manager-ines')
      .post(`/v1/escalations/${started.id}/commands/reapply-policy`, { ...body, policy: { version: 999 } });
    expect([smuggled.status, slugOf(smuggled), pointersOf(smuggled)]).toEqual([422, 'malformed', ['#/policy']]);

    const applied = await command(api, 'manager-ines', started, 'reapply-policy', {
      ...body,
      version,
      breachAllTheSame: true,
    });
    expect(applied.policyVersion).toBe(version);
    expect(clock(applied, 'customer-update').budget).toBe('PT12H');
    const timeline = await api
      .as('manager-ines')
      .get<Items<{ type: string; summary: string }>>(`/v1/escalations/${started.id}/timeline?limit=1000`);
    const told = timeline.body.items.find(({ type }) => type === 'policy.applied');
    expect(told?.summary).toBe(
      `Ines Marchetti applied policy ${version} instead of ${started.policyVersion}: Their renewal is next week.`,
    );
    const same = await api
      .as('manager-ines')
      .post(`/v1/escalations/${started.id}/commands/reapply-policy`, { ...body, version });
    expect([same.status, slugOf(same)]).toEqual([409, 'already-done']);
  });
});

describe('on the command line', () => {
  it('a version is printed, edited, drafted back, compared, tried and approved', async () => {
    const cli = (...args: string[]) => runCli(cliEnv(world), ['policies', ...args]);
    const printed = await cli('show');
    const file = path.join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(printed.stdout) as object), checkInAttempts: 3 }));
    const draft = await cli('draft', file, '--title', 'A third attempt');
    expect([draft.code, draft.stderr]).toEqual([0, '"A third attempt": draft, revision 1\n']);
    const id = draft.stdout.trim();
    const compared = await cli('compare', id);
    expect(compared.stdout).toMatch(/check in attempts +2 +3/);
    expect(compared.stderr).toContain('"A third attempt", draft, is at revision 1, last written by Howard Linde');
    const tried = await cli('what-if', id, '--days', '7');
    expect([tried.code, tried.stdout]).toEqual([
      0,
      expect.stringMatching(/^\d+ escalations of the last 7 days: \d+ would have been otherwise/),
    ]);
    expect((await cli('submit', id, '--as', HOWARD)).code).toBe(0);
    const unsaid = await cli('approve', id);
    expect(unsaid.code).toBe(2);
    expect(unsaid.stderr).toContain('--revision: say which one you have looked at.');
    expect(unsaid.stderr).toContain('"A third attempt", submitted, is at revision 2');
    expect(unsaid.stderr).toContain(`upstairs policies compare ${id}`);
    expect(await cli('approve', id, '--revision', '1')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('It is at revision 2'),
    });
    expect(await cli('approve', id, '--revision', '2', '--as', HOWARD)).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('somebody else'),
    });
    const approved = await cli('approve', id, '--revision', '2', '--note', 'Fair enough.');
    expect(approved.stderr).toMatch(/"A third attempt": version \d+ of the policy/);
    expect((await cli('list')).stdout).toMatch(/current .*Howard.* +Marguerite.* +Fair enough\./);
    expect(await cli('draft', path.join(folder, 'none.json'), '--title', 'x')).toMatchObject({ code: 2 });
  });

  it('a draft is written anew from the revision that the file was made from, and from no other', async () => {
    const cli = (...args: string[]) => runCli(cliEnv(world), ['policies', ...args]);
    const file = path.join(folder, 'rounds.json');
    const rounds = async (...from: string[]) =>
      JSON.parse((await cli('show', ...from)).stdout) as { loudRounds: number };
    writeFileSync(file, JSON.stringify({ ...(await rounds()), loudRounds: 3 }));
    const id = (await cli('draft', file, '--title', 'Rounds')).stdout.trim();
    const hers = { ...(await rounds()), loudRounds: 4 };
    await api.as(MARGUERITE).put(`/v1/policy-drafts/${id}`, { title: 'Rounds', revision: 1, policy: hers });

    const unsaid = await cli('draft', file, '--draft', id);
    expect(unsaid.code).toBe(2);
    expect(unsaid.stderr).toContain('--revision: say which one the file was made from.');
    expect(unsaid.stderr).toMatch(/"Rounds", draft, is at revision 2, last written by Marguerite/);
    expect(unsaid.stderr).toContain(`upstairs policies show --draft ${id}`);
    const stale = await cli('draft', file, '--draft', id, '--revision', '1');
    expect(stale).toMatchObject({ code: 1, stderr: expect.stringContaining('It is at revision 2; Marguerite') });
    expect((await rounds('--draft', id)).loudRounds).toBe(4);

    const seen = await cli('draft', file, '--draft', id, '--revision', '2');
    expect([seen.code, seen.stderr]).toEqual([0, '"Rounds": draft, revision 3\n']);
    expect((await rounds('--draft', id)).loudRounds).toBe(3);
    expect((await cli('withdraw', id)).code).toBe(0);
  });
});
