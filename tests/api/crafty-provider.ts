import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A token as it would be honest, for a test to spoil. */
export interface Honest {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

/** How a token comes about, from what would be honest. */
export type Craft = (honest: Honest, keys: Keys) => string | null;

/** The key that is published, and another one under the same id. */
export interface Keys {
  published: KeyObject;
  other: KeyObject;
  /** The published one as everybody can read it. */
  publicText: string;
}

/** An identity provider on loopback that answers with whatever tokens a test crafts. */
export interface CraftyProvider {
  issuer: string;
  craft: Craft;
  stop(): Promise<void>;
}

const KID = 'only';

/** Starts it; it signs everybody in as one person, without a page. */
export async function startCraftyProvider(clientId: string, personId: string): Promise<CraftyProvider> {
  const published = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const publicText = published.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const keys: Keys = { published: published.privateKey, other, publicText };
  let nonce = '';
  const provider: CraftyProvider = { issuer: '', craft: honestly, stop: () => Promise.resolve() };
  const honest = (): Honest => {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: provider.issuer, aud: clientId, sub: personId, nonce, iat: now, exp: now + 60 };
    return { header: { alg: 'ES256', kid: KID }, claims };
  };
  const routes: Record<string, (url: URL, res: ServerResponse) => void> = {
    '/.well-known/openid-configuration': (_url, res) => json(res, discovered(provider.issuer)),
    '/jwks': (_url, res) => {
      json(res, { keys: [{ ...published.publicKey.export({ format: 'jwk' }), kid: KID, alg: 'ES256', use: 'sig' }] });
    },
    '/auth': ({ searchParams }, res) => {
      nonce = searchParams.get('nonce') ?? '';
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code: 'c', state: searchParams.get('state') ?? '' }).toString();
      res.writeHead(303, { location: back.href }).end();
    },
    '/token': (_url, res) => {
      const idToken = provider.craft(honest(), keys);
      json(res, { access_token: 'a', token_type: 'Bearer', ...(idToken === null ? {} : { id_token: idToken }) });
    },
  };
  const server = createServer((req: IncomingMessage, res) => {
    const url = new URL(req.url ?? '/', provider.issuer);
    const route = routes[url.pathname] ?? ((_url, answer) => void answer.writeHead(404).end());
    req.resume().once('end', () => route(url, res));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return provider;
}

/** As an honest provider does. */
export function honestly(honest: Honest, { published }: Keys): string {
  return signed(honest, published);
}

/** A token signed by ES256 with that key. */
export function signed({ header, claims }: Honest, key: KeyObject): string {
  const text = unsigned({ header, claims });
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** A token signed by HS256 with a text, such as a public key. */
export function signedByText({ header, claims }: Honest, text: string): string {
  const content = unsigned({ header: { ...header, alg: 'HS256' }, claims });
  return `${content}.${createHmac('sha256', text).update(content).digest('base64url')}`;
}

/** Header and claims alone. */
export function unsigned({ header, claims }: Honest): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function discovered(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
  };
}

function json(res: ServerResponse, body: object): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
