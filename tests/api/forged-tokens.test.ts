import { createWorld, type World } from '../support/world';
import {
  honestly,
  signed,
  signedByText,
  startCraftyProvider,
  unsigned,
  type Craft,
  type CraftyProvider,
  type Honest,
} from './crafty-provider';
import { asPage, visitor, whoami } from './signing-in';

let provider: CraftyProvider;
let world: World;
beforeAll(async () => {
  provider = await startCraftyProvider('upstairs', 'vp-marguerite');
  world = await createWorld({ services: ['api'], env: { UPSTAIRS_OIDC_ISSUER: provider.issuer } });
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

/** The honest token with other claims, honestly signed. */
const claiming =
  (claims: (honest: Honest['claims']) => Honest['claims']): Craft =>
  (honest, keys) =>
    honestly({ ...honest, claims: { ...honest.claims, ...claims(honest.claims) } }, keys);

const now = () => Math.floor(Date.now() / 1_000);

const FORGED: [name: string, craft: Craft][] = [
  ['signed with another key', (honest, { other }) => signed(honest, other)],
  ['not signed', (honest) => `${unsigned({ ...honest, header: { alg: 'none' } })}.`],
  ['signed with the public key as a password', (honest, { publicText }) => signedByText(honest, publicText)],
  ['changed after it was signed', (honest, keys) => withOtherClaims(honestly(honest, keys), honest)],
  ['for another sign-in', claiming(() => ({ nonce: 'another' }))],
  ['for any sign-in', claiming(() => ({ nonce: undefined }))],
  ['for another client', claiming(() => ({ aud: 'another' }))],
  ['of another provider', claiming(() => ({ iss: 'https://login.example' }))],
  ['that is over', claiming(() => ({ iat: now() - 600, exp: now() - 300 }))],
  ['without an end', claiming(() => ({ exp: undefined }))],
  ['that never came', () => null],
  ['that is none', () => 'a.b.c'],
];

function withOtherClaims(token: string, honest: Honest): string {
  const [, , signature] = token.split('.');
  return `${unsigned({ ...honest, claims: { ...honest.claims, sub: 'admin-pavel' } })}.${signature ?? ''}`;
}

it('takes an honest token', async () => {
  const who = visitor(world);
  const page = await who.browser.visit(`${who.home}/auth/sign-in?return=/v1/me`);
  expect([page.status, await whoami(who)]).toEqual([200, 'vp-marguerite']);
});

it.each(FORGED)('refuses a token %s', async (_name, craft) => {
  const who = visitor(world);
  provider.craft = craft;
  const page = await who.browser.visit(`${who.home}/auth/sign-in`);
  provider.craft = honestly;
  expect([page.status, page.text.includes('does not hold')]).toEqual([400, true]);
  expect((await asPage(who, '/v1/me')).status).toBe(401);
});
