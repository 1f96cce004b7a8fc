import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SessionView } from '../../services/api/views/session.schema';
import { openDatabase, type Database } from '../../services/shared/store/database';
import { createWorld, type World } from '../support/world';
import { nextOf } from './browser';
import { asPage, choose, post, signIn, toChooser, visitor, whoami } from './signing-in';

const COOKIE = '__Host-upstairs';

let world: World;
let db: Database;
beforeAll(async () => {
  world = await createWorld({ services: ['api', 'identity'], env: { LOG_LEVEL: 'info' } });
  db = openDatabase(world.databaseUrl, { connections: 1 });
});
afterAll(async () => {
  await db.close();
  await world.close();
});

const countSessions = async () => (await db.pool.query('select 1 from upstairs.sessions')).rowCount;
const session = async (who: ReturnType<typeof visitor>) =>
  JSON.parse((await asPage(who, '/v1/session')).text) as SessionView;

describe('signing in', () => {
  it('leads by the page of people to the page that was asked for, as whoever was chosen', async () => {
    const who = visitor(world);
    expect(await whoami(who)).toBeNull();
    const chooser = await toChooser(who, '/board?level=P1#top');
    expect(chooser.text).toContain('Who are you today?');
    for (const { name, title } of world.people) {
      expect(chooser.text).toContain(name);
      expect(chooser.text).toContain(title);
    }
    const back = await choose(who, chooser, { person: 'vp-marguerite' });
    const landed = await who.browser.ask(back);
    expect([landed.status, nextOf(landed)?.href]).toEqual([303, `${who.home}/board?level=P1#top`]);
    expect(await whoami(who)).toBe('vp-marguerite');
  });

  it('says who is signed in, and for how long', async () => {
    const who = visitor(world);
    const provider = { signInUrl: '/auth/sign-in', configured: true, demo: true };
    expect(await session(who)).toMatchObject({ ...provider, person: null, expiresAt: null });
    await signIn(who, 'owner-ravi');
    const { person, expiresAt } = await session(who);
    expect(person).toMatchObject({ id: 'owner-ravi', name: 'Ravi Tanwar', roles: ['owner'], timeZone: 'Asia/Kolkata' });
    const hours = (Date.parse(expiresAt ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(7.9);
    expect(hours).toBeLessThanOrEqual(8);
  });

  it('gives a cookie that no script reads, for this host and secure connections alone, and a new one each time', async () => {
    const who = visitor(world);
    await signIn(who, 'owner-ravi');
    const first = who.browser.cookiesOf(who.home).get(COOKIE);
    expect(first?.attributes.slice().sort()).toEqual(['httponly', 'path=/', 'samesite=lax', 'secure']);
    await signIn(who, 'manager-ines');
    const second = who.browser.cookiesOf(who.home).get(COOKIE);
    expect(second?.value).not.toBe(first?.value);
    expect(await whoami(who)).toBe('manager-ines');
    who.browser.plant(who.home, COOKIE, first?.value ?? '');
    expect(await whoami(who)).toBeNull();
  });

  it('does not take over an id that somebody planted', async () => {
    const who = visitor(world);
    who.browser.plant(who.home, COOKIE, 's:planted.bm90LXNpZ25lZA');
    await signIn(who, 'owner-ravi');
    expect(who.browser.cookiesOf(who.home).get(COOKIE)?.value).not.toContain('planted');
    expect(await whoami(who)).toBe('owner-ravi');
  });

  it('keeps nothing of those who only look, and works in several tabs at once', async () => {
    const before = await countSessions();
    const who = visitor(world);
    const tabs = [await toChooser(who, '/one'), await toChooser(who, '/two')];
    expect(await countSessions()).toBe(before);
    for (const [index, target] of ['/one', '/two'].entries()) {
      const back = await choose(who, tabs[index] as (typeof tabs)[number], { person: 'csm-bashir' });
      expect(nextOf(await who.browser.ask(back))?.pathname).toBe(target);
    }
    for (let count = 0; count < 8; count += 1) await toChooser(who);
    const attempts = [...who.browser.cookiesOf(who.home).keys()].filter((name) => name.includes('attempt'));
    expect(attempts.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/.//evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/auth/sign-in', '/'],
    ['/escalations/UP-1001?tab=timeline', '/escalations/UP-1001?tab=timeline'],
    ['/accounts/Ünïcode & more', '/accounts/%C3%9Cn%C3%AFcode%20&%20more'],
  ])('goes back to %s as %s', async (asked, expected) => {
    const who = visitor(world);
    const landed = await signIn(who, 'owner-ravi', asked);
    expect(landed.headers.get('location')).toBe(expected);
  });

  it('goes back to the front page where the way is longer than any of ours', async () => {
    const landed = await signIn(visitor(world), 'owner-ravi', `/${'x'.repeat(2_000)}`);
    expect(landed.headers.get('location')).toBe('/');
  });

  it('works by the other name of this machine too', async () => {
    const who = { ...visitor(world), home: world.apiUrl };
    await signIn(who, 'owner-ravi');
    expect(await whoami(who)).toBe('owner-ravi');
  });
});

describe('a sign-in that comes to nothing', () => {
  it('says that it was broken off, and offers another try', async () => {
    const who = visitor(world);
    const back = await choose(who, await toChooser(who, '/board'), { cancel: 'yes' });
    const page = await who.browser.ask(back);
    expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(page.text).toContain('You did not sign in');
    expect(page.text).toContain('href="/auth/sign-in?return=%2Fboard"');
  });

  it('refuses a callback that this browser did not begin, one that comes twice, and one with another code', async () => {
    const who = visitor(world);
    const back = await choose(who, await toChooser(who), { person: 'vp-marguerite' });
    const stranger = visitor(world);
    expect((await stranger.browser.ask(back)).status).toBe(400);
    expect(await whoami(stranger)).toBeNull();
    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await who.browser.ask(forged)).status).toBe(400);
    expect((await who.browser.ask(back)).status).toBe(303);
    const again = await who.browser.ask(back);
    expect([again.status, again.text.includes('This sign-in is over')]).toEqual([400, true]);

    const another = await choose(who, await toChooser(who), { person: 'owner-ravi' });
    another.searchParams.set('code', 'made-up');
    const page = await who.browser.ask(another);
    expect([page.status, page.text.includes('does not hold')]).toEqual([400, true]);
    expect(await whoami(who)).toBe('vp-marguerite');
  });

  it('tells somebody whom the directory does not know', async () => {
    const who = visitor(world);
    const back = await choose(who, await toChooser(who), { person: 'executive-elena' });
    await db.pool.query(`delete from upstairs.api_keys where person_id = 'executive-elena'`);
    await db.pool.query(`delete from upstairs.people where id = 'executive-elena'`);
    const page = await who.browser.ask(back);
    expect([page.status, page.text.includes('You are not in the directory')]).toEqual([403, true]);
    expect(page.text).toContain('as=another');
    expect(await whoami(who)).toBeNull();
  });
});

describe('signed in', () => {
  const person = { id: 'new-1', name: 'N', title: 'T', email: 'n@upstairs.example', roles: ['owner'], function: 'f' };
  const isThere = async (id: string) =>
    (await db.pool.query('select 1 from upstairs.people where id = $1', [id])).rowCount === 1;

  it('changes things from our own pages only', async () => {
    const who = visitor(world);
    await signIn(who, 'admin-pavel');
    const people = (id: string) => ({ people: [{ ...person, id }] });
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:1' },
      { origin: world.identityUrl, 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const refused = await post(who, '/v1/people', people('new-1'), headers);
      expect([refused.status, JSON.parse(refused.text)]).toEqual([
        403,
        expect.objectContaining({ type: '/problems/cross-origin' }),
      ]);
    }
    expect(await isThere('new-1')).toBe(false);
    expect((await post(who, '/v1/people', people('new-1'), { origin: who.home })).status).toBe(200);
    expect((await post(who, '/v1/people', people('new-2'), { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect([await isThere('new-1'), await isThere('new-2')]).toEqual([true, true]);
  });

  it('counts for nothing beside a key, which no origin concerns', async () => {
    const who = visitor(world);
    await signIn(who, 'owner-ravi');
    const key = world.people.find(({ id }) => id === 'admin-pavel')?.key ?? '';
    const headers = { authorization: `Bearer ${key}`, origin: 'https://evil.example' };
    expect((await post(who, '/v1/people', { people: [{ ...person, id: 'new-3' }] }, headers)).status).toBe(200);
    expect((await asPage(who, '/v1/me', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
  });

  it('gets its first answer again after signing in anew, by the Idempotency-Key', async () => {
    const who = visitor(world);
    const headers = { origin: who.home, 'idempotency-key': 'once-and-again' };
    const people = { people: [{ ...person, id: 'new-4' }] };
    await signIn(who, 'admin-pavel');
    await post(who, '/v1/people', people, headers);
    await signIn(who, 'admin-pavel');
    const again = await post(who, '/v1/people', people, headers);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  });

  it('follows the directory at once: roles that were taken, and people who left', async () => {
    const who = visitor(world);
    await signIn(who, 'director-odile');
    await db.pool.query(`update upstairs.people set roles = '{agent}' where id = 'director-odile'`);
    expect(((await session(who)).person ?? { roles: [] }).roles).toEqual(['agent']);
    await db.pool.query(`delete from upstairs.api_keys where person_id = 'director-odile'`);
    await db.pool.query(`delete from upstairs.people where id = 'director-odile'`);
    expect(await whoami(who)).toBeNull();
  });

  it('ends on the server when one signs out, and only from our own pages', async () => {
    const who = visitor(world);
    await signIn(who, 'csm-paloma');
    const cookie = who.browser.cookiesOf(who.home).get(COOKIE)?.value ?? '';
    expect((await post(who, '/auth/sign-out', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await whoami(who)).toBe('csm-paloma');
    const out = await post(who, '/auth/sign-out', {}, { origin: who.home });
    expect(out.status).toBe(200);
    expect(who.browser.cookiesOf(who.home).has(COOKIE)).toBe(false);
    who.browser.plant(who.home, COOKIE, cookie);
    expect(await whoami(who)).toBeNull();
    // The provider has a page to sign out at, which leads back.
    const { redirectTo } = JSON.parse(out.text) as { redirectTo: string };
    expect(new URL(redirectTo).origin).toBe(world.identityUrl);
    const last = await who.browser.visit(redirectTo, {}, (next) => next.origin !== who.home);
    expect(nextOf(last)?.href).toBe(`${who.home}/`);
    const elsewhere = redirectTo.replace(
      encodeURIComponent(`${who.home}/`),
      encodeURIComponent('https://evil.example/'),
    );
    expect(nextOf(await who.browser.ask(elsewhere))?.href).toBe(`${who.home}/`);
  });

  it('reads nothing and sets nothing where no session is concerned', async () => {
    const who = visitor(world);
    for (const path of [
      '/docs/swagger-ui.css',
      '/healthz',
      '/v1/me',
      '/v1/session',
      '/auth/callback',
      '/auth/nowhere',
    ]) {
      expect([path, (await asPage(who, path)).headers.getSetCookie()]).toEqual([path, []]);
    }
  });
});

describe('what is kept', () => {
  it('is secret where it must be: files for their owner, nothing of a sign-in in the log', async () => {
    const who = visitor(world);
    const back = await choose(who, await toChooser(who), { person: 'vp-marguerite' });
    await who.browser.ask(back);
    await asPage(who, '/v1/me');
    for (const file of ['session-secret', 'identity-keys.json']) {
      expect([file, statSync(path.join(world.folder, file)).mode & 0o777]).toEqual([file, 0o600]);
    }
    const secrets = [
      back.searchParams.get('code'),
      back.searchParams.get('state'),
      who.browser.cookiesOf(who.home).get(COOKIE)?.value,
      readFileSync(path.join(world.folder, 'session-secret'), 'utf8'),
    ];
    const log = ['api', 'identity']
      .map((name) => readFileSync(path.join(world.folder, `${name}.log`), 'utf8'))
      .join('');
    expect(log).toContain('"msg":"signed in"');
    expect(secrets.filter((secret) => !secret || log.includes(secret))).toEqual([]);
  });
});
