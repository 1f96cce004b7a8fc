import { randomBytes } from 'node:crypto';
import { interactionPolicy, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { SigningKey } from './keys';
import { MemoryAdapter } from './memory-adapter';
import { messagePage } from './pages';
import { readPeople } from './people';

/** What the provider is made of. */
export interface ProviderOptions {
  issuer: string;
  clientId: string;
  /** Where Upstairs is reached: each is an origin. */
  origins: readonly string[];
  keys: readonly SigningKey[];
  keysFile: string;
}

/** Everything of a sign-in is over within minutes. */
const SHORT_S = 600;
const CODE_S = 60;

/** Cookies of a run that has ended are worth nothing: what they point to went with it. */
const cookieKeys = [randomBytes(32).toString('base64url')];

/** The OpenID Connect provider of the demo: whoever one chooses to be, without a password and without a consent page. */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, clientId, origins, keys, keysFile } = options;
  const configuration: Configuration = {
    adapter: MemoryAdapter,
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: origins.map((origin) => `${origin}/auth/callback`),
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: keys.map((key) => ({ ...key })) },
    cookies: { keys: cookieKeys },
    claims: { openid: ['sub'], profile: ['name', 'title', 'roles'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'profile', 'email'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
    },
    // A page of ours, which only leads back: nothing is kept here once somebody has signed in.
    discovery: { end_session_endpoint: `${issuer}/session/end` },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    ttl: {
      AccessToken: SHORT_S,
      AuthorizationCode: CODE_S,
      Grant: SHORT_S,
      IdToken: SHORT_S,
      Interaction: SHORT_S,
      Session: SHORT_S,
    },
    interactions: { policy: policy(), url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: grantEverything,
    findAccount: (_ctx, id) => {
      const person = readPeople(keysFile).find((one) => one.id === id);
      if (!person) return undefined;
      const { name, title, roles, email } = person;
      const claims = { sub: id, name, title, roles, ...(email ? { email, email_verified: true } : {}) };
      return { accountId: id, claims: () => claims };
    },
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = messagePage(
        'This sign-in cannot go on',
        'It is over, or was not begun by Upstairs. Start again there.',
        origins[0] ?? '/',
      );
    },
  };
  return new Provider(issuer, configuration);
}

/** Never asks for consent. */
function policy(): interactionPolicy.DefaultPolicy {
  const prompts = interactionPolicy.base();
  prompts.remove('consent');
  return prompts;
}

async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: oidc.client?.clientId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}
