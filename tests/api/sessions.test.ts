import http from 'node:http';
import { openDatabase, type Database } from '../../services/shared/store/database';
import { createWorld, type World } from '../support/world';
import { asPage, post, signIn, visitor, whoami, type Visitor } from './signing-in';

const HOUR_MS = 3_600_000;
const COOKIE = '__Host-upstairs';

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
beforeEach(() => db.pool.query('delete from upstairs.sessions'));

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
const endsInHours = async () => {
  const { rows } = await db.pool.query<{ expire: number }>('select expire from upstairs.sessions');
  return ((rows[0]?.expire ?? 0) - Date.now()) / HOUR_MS;
};

async function signedInAs(personId: string): Promise<Visitor> {
  const who = visitor(world);
  await signIn(who, personId);
  return who;
}

describe('a session', () => {
  it('ends when nothing was asked in it for eight hours, and not before', async () => {
    const who = await signedInAs('owner-ravi');
    await db.pool.query('update upstairs.sessions set expire = $1', [inHours(0.5)]);
    expect(await whoami(who)).toBe('owner-ravi');
    expect(await endsInHours()).toBeGreaterThan(7.9);
    await db.pool.query('update upstairs.sessions set expire = $1', [inHours(-0.01)]);
    expect(await whoami(who)).toBeNull();
  });

  it('is left alone by files, and by requests with a key', async () => {
    const who = await signedInAs('owner-ravi');
    await db.pool.query('update upstairs.sessions set expire = $1', [inHours(0.5)]);
    const authorization = `Bearer ${world.people[0]?.key ?? ''}`;
    expect((await asPage(who, '/docs/swagger-ui.css')).status).toBe(200);
    expect((await asPage(who, '/v1/me', { headers: { authorization } })).status).toBe(200);
    expect(await endsInHours()).toBeLessThan(0.6);
    await asPage(who, '/v1/session');
    expect(await endsInHours()).toBeGreaterThan(7.9);
  });

  it('ends after a week, however busy', async () => {
    const who = await signedInAs('owner-ravi');
    const age = (days: number) =>
      db.pool.query(`update upstairs.sessions set sess = jsonb_set(sess::jsonb, '{signedInAt}', $1::jsonb)::json`, [
        JSON.stringify(Date.now() - days * 24 * HOUR_MS),
      ]);
    await age(6.9);
    expect(await whoami(who)).toBe('owner-ravi');
    const { expiresAt } = JSON.parse((await asPage(who, '/v1/session')).text) as { expiresAt: string };
    expect((Date.parse(expiresAt) - Date.now()) / HOUR_MS).toBeLessThan(2.5);
    await age(7.01);
    expect(await whoami(who)).toBeNull();
    expect((await post(who, '/v1/me/inbox/x/read', {}, { origin: who.home })).status).toBe(401);
  });

  it('is opened by its own cookie alone, unchanged', async () => {
    const who = await signedInAs('owner-ravi');
    const { value } = who.browser.cookiesOf(who.home).get(COOKIE) ?? { value: '' };
    const [signed = '', signature = ''] = decodeURIComponent(value).split('.');
    for (const forged of [
      signed,
      `${signed}.`,
      `${signed}.${signature.startsWith('x') ? 'y' : 'x'}${signature.slice(1)}`,
      signed.slice(2),
      's:.',
      '%',
      'j:{}',
    ]) {
      who.browser.plant(who.home, COOKIE, encodeURIComponent(forged));
      expect([forged, await whoami(who)]).toEqual([forged, null]);
    }
    expect((await db.pool.query('select 1 from upstairs.sessions')).rowCount).toBe(1);
  });

  it('lives through a restart of the API, and stands still for nobody who only asks often', async () => {
    const who = await signedInAs('owner-ravi');
    await world.service('api').process.stop();
    await world.start('api');
    expect(await whoami(who)).toBe('owner-ravi');
    await db.pool.query('update upstairs.sessions set expire = $1', [inHours(3)]);
    expect(await whoami(who)).toBe('owner-ravi');
    // Within a minute of the last time it is not written again.
    expect(await endsInHours()).toBeLessThan(3.1);
  });

  it('ends a live stream soon after it was signed out', async () => {
    const who = await signedInAs('manager-ines');
    const { value } = who.browser.cookiesOf(who.home).get(COOKIE) ?? { value: '' };
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const headers = { cookie: `${COOKIE}=${value}` };
      http.get(`${who.home}/v1/stream`, { headers, agent: false }, resolve).once('error', reject);
    });
    response.resume();
    expect(response.statusCode).toBe(200);
    const ended = new Promise((resolve) => response.once('close', resolve));
    expect((await post(who, '/auth/sign-out', {}, { origin: who.home })).status).toBe(200);
    await ended;
  });
});
