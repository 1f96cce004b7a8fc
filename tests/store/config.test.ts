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

test('production refuses the demo', () => {
  expect(() => loadConfig({ NODE_ENV: 'production', UPSTAIRS_DEMO: '1' })).toThrow('UPSTAIRS_DEMO');
});

test('what a process cannot do without is named', () => {
  expect(() => required(null, 'DATABASE_URL', 'a postgres:// URL')).toThrow('DATABASE_URL is not set');
  expect(required('x', 'DATABASE_URL', 'a postgres:// URL')).toBe('x');
});
