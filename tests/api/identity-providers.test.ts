import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../../infra/local/folders';
import { openDatabase, type Database } from '../../services/shared/store/database';
import { findPerson } from '../../services/shared/store/people';
import { createWorld, type World } from '../support/world';
import { asPage, choose, post, signIn, toChooser, visitor, whoami } from './signing-in';

const MAPPED = {
  UPSTAIRS_OIDC_ROLES_CLAIM: 'roles',
  UPSTAIRS_OIDC_ROLE_MAP: JSON.stringify({ manager: ['director'], owner: ['owner', 'agent'], vp: ['vp'] }),
};

let world: World;
let db: Database;
beforeAll(async () => {
  world = await createWorld({ services: ['api', 'identity'] });
  db = openDatabase(world.databaseUrl, { connections: 1 });
});
afterAll(async () => {
  await db.close();
  await world.close();
});

async function restartApi(env: Record<string, string>): Promise<void> {
  await world.service('api').process.stop();
  await world.start('api', env);
}

describe('keys of the provider', () => {
  const kids = async () => {
    const answer = await fetch(`${world.identityUrl}/jwks`);
    return ((await answer.json()) as { keys: { kid: string; d?: string }[] }).keys.map(({ kid, d }) => ({ kid, d }));
  };

  async function rotate(): Promise<void> {
    const [before] = await kids();
    const { pid } = world.service('identity').process;
    process.kill(pid ?? 0, 'SIGHUP');
    while ((await kids())[0]?.kid === before?.kid) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  it('may change while people are signed in, between sign-ins and in the middle of one', async () => {
    const early = visitor(world);
    await signIn(early, 'owner-ravi');
    const [first] = await kids();
    await rotate();
    const published = await kids();
    expect(published.map(({ kid }) => kid)).toEqual([expect.not.stringMatching(first?.kid ?? ''), first?.kid]);
    expect(published.map(({ d }) => d)).toEqual([undefined, undefined]);
    expect(await whoami(early)).toBe('owner-ravi');

    const late = visitor(world);
    const chooser = await toChooser(late);
    await rotate();
    const back = await choose(late, chooser, { person: 'manager-ines' });
    await rotate();
    expect((await late.browser.ask(back)).status).toBe(303);
    expect(await whoami(late)).toBe('manager-ines');
    expect(await kids()).toHaveLength(2);
  });
});

describe('a provider that does not answer', () => {
  it('leaves Upstairs as it is, and says so to those who sign in, on their way there and back', async () => {
    const before = visitor(world);
    await signIn(before, 'owner-ravi');
    const under = visitor(world);
    const back = await choose(under, await toChooser(under), { person: 'vp-marguerite' });
    await world.service('identity').process.stop();
    try {
      expect(await whoami(before)).toBe('owner-ravi');
      for (const url of [back.href, `${before.home}/auth/sign-in?return=/board`]) {
        const page = await visitor(world).browser.ask(url);
        expect([400, 503]).toContain(page.status);
      }
      const page = await under.browser.ask(back);
      expect([page.status, page.text.includes('does not answer')]).toEqual([503, true]);
      expect(page.text).toContain('Sign in again');
      await restartApi({});
      expect((await asPage(before, '/healthz')).status).toBe(200);
      const refused = await before.browser.ask(`${before.home}/auth/sign-in?return=/board`);
      expect([refused.status, refused.text.includes('return=%2Fboard')]).toEqual([503, true]);
    } finally {
      await world.start('identity');
    }
    await signIn(under, 'vp-marguerite');
    expect(await whoami(under)).toBe('vp-marguerite');
  });
});

describe('roles from the provider', () => {
  beforeAll(() => restartApi(MAPPED));

  it('replace those of the directory', async () => {
    const who = visitor(world);
    await signIn(who, 'manager-grant');
    expect((await findPerson(db, 'manager-grant'))?.roles).toEqual(['director']);
    expect(JSON.parse((await asPage(who, '/v1/me')).text)).toMatchObject({ id: 'manager-grant', roles: ['director'] });
    await signIn(who, 'owner-june');
    expect((await findPerson(db, 'owner-june'))?.roles).toEqual(['agent', 'owner']);
  });

  it('are taken from those whose groups give none, who then cannot sign in', async () => {
    const who = visitor(world);
    const page = await signIn(who, 'csm-bashir');
    expect([page.status, page.text.includes('You have no role here')]).toEqual([403, true]);
    expect((await findPerson(db, 'csm-bashir'))?.roles).toEqual([]);
    expect(await whoami(who)).toBeNull();
  });

  it('bring new people into the directory, by what the provider knows of them', async () => {
    await db.pool.query(`delete from upstairs.api_keys where person_id in ('owner-desmond', 'csm-paloma')`);
    await db.pool.query(`delete from upstairs.people where id in ('owner-desmond', 'csm-paloma')`);
    const who = visitor(world);
    expect((await signIn(who, 'csm-paloma')).status).toBe(403);
    expect(await findPerson(db, 'csm-paloma')).toBeNull();
    expect((await signIn(who, 'owner-desmond')).status).toBe(303);
    expect(await findPerson(db, 'owner-desmond')).toMatchObject({
      ...{ name: 'Desmond Achterberg', title: 'Principal Support Engineer', roles: ['agent', 'owner'] },
      ...{ email: 'desmond.achterberg@upstairs.example', managerId: null, available: true },
    });
    expect(await whoami(who)).toBe('owner-desmond');
  });

  it('take nothing from anybody where the claim does not come', async () => {
    await restartApi({ ...MAPPED, UPSTAIRS_OIDC_ROLES_CLAIM: 'realm_access.roles' });
    const page = await signIn(visitor(world), 'vp-marguerite');
    expect([page.status, page.text.includes('You have no role here')]).toEqual([403, true]);
    expect((await findPerson(db, 'vp-marguerite'))?.roles).toEqual(['vp']);
  });
});

describe('people known by their mail address', () => {
  beforeAll(() => restartApi({ UPSTAIRS_OIDC_PERSON_CLAIM: 'email' }));

  it('are found however it is spelt, and not where two have the same', async () => {
    await db.pool.query(`update upstairs.people set email = upper(email) where id = 'agent-tomasz'`);
    const who = visitor(world);
    await signIn(who, 'agent-tomasz');
    expect(await whoami(who)).toBe('agent-tomasz');
    await db.pool.query(
      `update upstairs.people set email = 'tomasz.wren@upstairs.example' where id in ('agent-tomasz', 'agent-lakshmi')`,
    );
    expect((await signIn(who, 'agent-tomasz')).status).toBe(403);
  });
});

describe('behind a proxy that speaks TLS', () => {
  const home = 'https://upstairs.example';

  it('leads people back to the public address, and takes changes from there alone', async () => {
    const env = { UPSTAIRS_PUBLIC_URL: home };
    await restartApi(env);
    await world.service('identity').process.stop();
    await world.start('identity', env);
    const who = visitor(world);
    const back = await choose({ ...who, home }, await toChooser(who), { person: 'admin-pavel' });
    expect(`${back.origin}${back.pathname}`).toBe(`${home}/auth/callback`);
    const landed = await who.browser.ask(back.href.replace(home, who.home));
    expect([landed.status, await whoami(who)]).toEqual([303, 'admin-pavel']);
    expect((await post(who, '/v1/people', { people: [] }, { origin: who.home })).status).toBe(403);
    expect((await post(who, '/v1/people', { people: [] }, { origin: home })).status).not.toBe(403);
    const { redirectTo } = JSON.parse((await post(who, '/auth/sign-out', {}, { origin: home })).text) as {
      redirectTo: string;
    };
    expect(new URL(redirectTo).searchParams.get('post_logout_redirect_uri')).toBe(`${home}/`);
  });

  it('says why nobody can sign in where there is no TLS', async () => {
    await restartApi({ UPSTAIRS_PUBLIC_URL: 'http://upstairs.intranet' });
    const page = await toChooser(visitor(world));
    expect([page.status, page.text.includes('needs a secure connection')]).toEqual([503, true]);
    await restartApi({ UPSTAIRS_OIDC_ISSUER: '' });
    const without = await toChooser(visitor(world));
    expect([without.status, without.text.includes('UPSTAIRS_OIDC_ISSUER')]).toEqual([503, true]);
    expect(JSON.parse((await asPage(visitor(world), '/v1/session')).text)).toMatchObject({ configured: false });
    await world.service('identity').process.stop();
    await world.start('identity');
  });
});

describe('the provider of the demo', () => {
  const program = path.join(repository, 'dist/services/identity/main.js');
  const run = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, [program], {
      env: { PATH: process.env.PATH, UPSTAIRS_DATA: world.folder, UPSTAIRS_OIDC_ISSUER: 'http://127.0.0.1:1', ...env },
    }).then(
      () => ({ code: 0, stderr: '' }),
      (error: { code: number; stderr: string }) => error,
    );

  it.each([
    [{ NODE_ENV: 'production', UPSTAIRS_DEMO: '1' }, 'must not be set with NODE_ENV=production'],
    [{ NODE_ENV: 'production' }, 'never in production'],
    [{}, 'this identity provider lets anybody be anybody'],
    [{ UPSTAIRS_DEMO: '1', UPSTAIRS_OIDC_ISSUER: 'https://login.example' }, 'expected http://127.0.0.1 with a port'],
  ])('is refused with %j', async (env, sentence) => {
    const { code, stderr } = await run(env);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });

  it('keeps its keys from one start to the next, and what is under way for nobody but who began it', async () => {
    await restartApi({});
    const file = path.join(world.folder, 'identity-keys.json');
    const before = readFileSync(file, 'utf8');
    const who = visitor(world);
    const chooser = await toChooser(who);
    await world.service('identity').process.stop();
    await world.start('identity');
    expect(readFileSync(file, 'utf8')).toBe(before);
    const over = await who.browser.ask(chooser.url);
    expect([over.status, over.text.includes('This sign-in is over')]).toEqual([400, true]);
    expect(over.text).toContain('/auth/sign-in');
    await signIn(who, 'owner-ravi');
    expect(await whoami(who)).toBe('owner-ravi');
  });

  it('shows names as text, whatever they hold', async () => {
    const elsewhere = path.join(world.folder, 'elsewhere');
    mkdirSync(elsewhere);
    copyFileSync(path.join(world.folder, 'demo-keys.json'), path.join(elsewhere, 'demo-keys.json'));
    const [person] = world.people;
    const people = [{ ...person, name: '<img src=x onerror=alert(1)>', title: '"&<b>' }];
    writeFileSync(path.join(elsewhere, 'demo-keys.json'), JSON.stringify({ people }));
    await world.service('identity').process.stop();
    await world.start('identity', { UPSTAIRS_DATA: elsewhere });
    const page = await toChooser(visitor(world));
    expect(page.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page.text).not.toMatch(/<img|<b>|<script|style=/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
  });
});
