import { InvalidConfig, loadConfig, required } from '../../services/shared/config';

test('without variables a system of one machine comes out', () => {
  expect(loadConfig({})).toMatchObject({
    ...{ production: false, demo: false, port: 4400, hosts: ['127.0.0.1', '::1'], dataFolder: '.upstairs' },
    ...{ publicUrl: 'http://localhost:4400', databaseUrl: null, temporalNamespace: 'default', logLevel: 'info' },
  });
});

test('an empty variable counts as absent', () => {
  expect(loadConfig({ UPSTAIRS_PORT: '', UPSTAIRS_HOST: '', DATABASE_URL: '' })).toEqual(loadConfig({}));
});

test.each([
  ['UPSTAIRS_PORT', 'http', 'UPSTAIRS_PORT: expected a port number, found "http"'],
  ['UPSTAIRS_PORT', '70000', 'UPSTAIRS_PORT: expected a port number'],
  ['DATABASE_URL', 'mysql://a:secret@b/c', 'DATABASE_URL: expected a postgres:// URL'],
  ['TEMPORAL_ADDRESS', 'somewhere', 'TEMPORAL_ADDRESS: expected host:port, found "somewhere"'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: expected trace, debug'],
  ['NODE_ENV', 'prod', 'NODE_ENV: expected development, test or production'],
  ['UPSTAIRS_DEMO', 'yes', 'UPSTAIRS_DEMO: expected 1 or 0'],
])('%s=%s is refused by name', (variable, value, message) => {
  const load = () => loadConfig({ [variable]: value });
  expect(load).toThrow(InvalidConfig);
  expect(load).toThrow(message);
  expect(load).not.toThrow('secret');
});

const PROVIDER = { UPSTAIRS_OIDC_ISSUER: 'https://login.example/realms/support' };

test.each([
  [{ ...PROVIDER, NODE_ENV: 'production' }, 'UPSTAIRS_SESSION_SECRET is not set'],
  [{ UPSTAIRS_OIDC_ISSUER: 'http://login.example' }, 'expected an https URL'],
  [{ UPSTAIRS_OIDC_ISSUER: 'http://127.0.0.1:4', NODE_ENV: 'production' }, 'expected an https URL'],
  [{ ...PROVIDER, UPSTAIRS_OIDC_ROLES_CLAIM: 'groups' }, 'go together'],
  [{ ...PROVIDER, UPSTAIRS_OIDC_ROLE_MAP: '{"leads":["king"]}' }, 'UPSTAIRS_OIDC_ROLE_MAP: expected JSON'],
  [{ UPSTAIRS_SESSION_SECRET: 'a short one' }, 'UPSTAIRS_SESSION_SECRET: expected at least 32 random characters'],
  [{ UPSTAIRS_SESSION_IDLE: 'PT1S' }, 'UPSTAIRS_SESSION_IDLE: expected an ISO 8601 duration'],
  [{ UPSTAIRS_OIDC_SCOPES: 'profile' }, 'UPSTAIRS_OIDC_SCOPES: expected scopes with openid'],
])('signing in with %j is refused', (env, message) => {
  const load = () => loadConfig(env);
  expect(load).toThrow(InvalidConfig);
  expect(load).toThrow(message);
  expect(load).not.toThrow('a short one');
});

test('a provider is taken with what goes with it', () => {
  const roles = { UPSTAIRS_OIDC_ROLES_CLAIM: 'groups', UPSTAIRS_OIDC_ROLE_MAP: '{"leads":["manager","owner"]}' };
  expect(loadConfig({ ...PROVIDER, ...roles, UPSTAIRS_SESSION_IDLE: 'PT30M' }).signIn).toEqual({
    provider: {
      ...{ issuer: PROVIDER.UPSTAIRS_OIDC_ISSUER, clientId: 'upstairs', clientSecret: null, name: 'login.example' },
      ...{ scopes: 'openid profile email', personClaim: 'sub', rolesClaim: 'groups' },
      roleMap: { leads: ['manager', 'owner'] },
    },
    ...{ secret: null, idleMs: 30 * 60_000, lifetimeMs: 7 * 24 * 3_600_000 },
  });
});

test('production refuses the demo', () => {
  expect(() => loadConfig({ NODE_ENV: 'production', UPSTAIRS_DEMO: '1' })).toThrow('UPSTAIRS_DEMO');
});

test('what a process cannot do without is named', () => {
  expect(() => required(null, 'DATABASE_URL', 'a postgres:// URL')).toThrow('DATABASE_URL is not set');
  expect(required('x', 'DATABASE_URL', 'a postgres:// URL')).toBe('x');
});
