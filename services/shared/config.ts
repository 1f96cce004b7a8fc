import { z } from 'zod';
import { roleMapText, sessionLength, signInOf, signInProblems, type SignInConfig } from './sign-in-config';

const port = z.coerce
  .number({ error: 'a port number' })
  .int('a port number')
  .min(0, 'a port number')
  .max(65_535, 'a port number');

const url = (protocols: RegExp, expected: string) => z.url({ protocol: protocols, error: expected });

const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production'], 'development, test or production').default('development'),
  UPSTAIRS_PORT: port.default(4400),
  UPSTAIRS_HOST: z.string().optional(),
  UPSTAIRS_DATA: z.string().min(1, 'a folder').default('.upstairs'),
  UPSTAIRS_DEMO: z.enum(['0', '1', 'true', 'false'], '1 or 0').default('0'),
  UPSTAIRS_PUBLIC_URL: url(/^https?$/, 'an http(s) URL').optional(),
  UPSTAIRS_MAIL_FROM: z.string().min(3, 'a mail address').default('escalations@upstairs.example'),
  UPSTAIRS_OIDC_ISSUER: url(/^https?$/, 'an https URL').optional(),
  UPSTAIRS_OIDC_CLIENT_ID: z.string().min(1, 'the id of a client').max(500, 'the id of a client').default('upstairs'),
  UPSTAIRS_OIDC_CLIENT_SECRET: z.string().optional(),
  UPSTAIRS_OIDC_SCOPES: z
    .string()
    .regex(/\bopenid\b/, 'scopes with openid among them')
    .default('openid profile email'),
  UPSTAIRS_OIDC_PERSON_CLAIM: z.string().min(1, 'the name of a claim').default('sub'),
  UPSTAIRS_OIDC_ROLES_CLAIM: z.string().optional(),
  UPSTAIRS_OIDC_ROLE_MAP: roleMapText.optional(),
  UPSTAIRS_OIDC_PROVIDER_NAME: z.string().max(100, 'a short name').optional(),
  UPSTAIRS_SESSION_SECRET: z.string().min(32, 'at least 32 random characters').optional(),
  UPSTAIRS_SESSION_IDLE: sessionLength.default('PT8H'),
  UPSTAIRS_SESSION_LIFETIME: sessionLength.default('P7D'),
  UPSTAIRS_DEFINITION_FILE: z.string().min(1, 'a file').optional(),
  UPSTAIRS_API: url(/^https?$/, 'an http(s) URL').optional(),
  UPSTAIRS_KEY: z.string().optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'a postgres:// URL').optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^\S+:\d+$/, 'host:port')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().min(1, 'a namespace').default('default'),
  TEMPORAL_UI_URL: url(/^https?$/, 'an http(s) URL').optional(),
  SMTP_URL: url(/^smtps?$/, 'an smtp:// or smtps:// URL').optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'trace, debug, info, warn, error, fatal or silent',
    )
    .default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/, 'an http(s) URL').optional(),
});

/** The names of all the variables that we read: what sets others sets them in vain. */
export const VARIABLES: readonly string[] = Object.keys(variables.shape);

/** What our processes are told from outside; read once when a process starts. */
export interface Config {
  production: boolean;
  /** Demo people, the time machine, the mailbox: never in production. */
  demo: boolean;
  /** The HTTP port of the API. */
  port: number;
  /** The addresses that the API listens on. */
  hosts: readonly string[];
  dataFolder: string;
  /** Where people reach us, without a slash at its end. */
  publicUrl: string;
  mailFrom: string;
  /** What the company counts as an escalation; null: as shipped. */
  definitionFile: string | null;
  databaseUrl: string | null;
  temporalAddress: string | null;
  temporalNamespace: string;
  temporalUiUrl: string | null;
  smtpUrl: string | null;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  otlpEndpoint: string | null;
  /** How people sign in with a browser. */
  signIn: SignInConfig;
  /** What the command line talks to, and with which key. */
  apiUrl: string;
  apiKey: string | null;
}

/** A variable that is missing or does not hold what it should; the message names each of them. */
export class InvalidConfig extends Error {
  constructor(problems: readonly string[]) {
    super(`The environment does not fit:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'InvalidConfig';
  }
}

/**
 * Reads the environment; an empty variable counts as absent.
 * @throws InvalidConfig naming each wrong variable and what was expected there.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new InvalidConfig(problemsOf(parsed.error, given));
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  const demo = ['1', 'true'].includes(values.UPSTAIRS_DEMO);
  if (production && demo) {
    throw new InvalidConfig([
      'UPSTAIRS_DEMO must not be set with NODE_ENV=production: the demo holds keys that anyone can read',
    ]);
  }
  const amiss = signInProblems(values, production);
  if (amiss.length > 0) throw new InvalidConfig(amiss);
  return {
    production,
    demo,
    port: values.UPSTAIRS_PORT,
    hosts: values.UPSTAIRS_HOST ? [values.UPSTAIRS_HOST] : ['127.0.0.1', '::1'],
    dataFolder: values.UPSTAIRS_DATA,
    publicUrl: trimmed(values.UPSTAIRS_PUBLIC_URL ?? `http://localhost:${values.UPSTAIRS_PORT}`),
    mailFrom: values.UPSTAIRS_MAIL_FROM,
    definitionFile: values.UPSTAIRS_DEFINITION_FILE ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    temporalAddress: values.TEMPORAL_ADDRESS ?? null,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
    temporalUiUrl: values.TEMPORAL_UI_URL ? trimmed(values.TEMPORAL_UI_URL) : null,
    smtpUrl: values.SMTP_URL ?? null,
    logLevel: values.LOG_LEVEL,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    signIn: signInOf(values),
    apiUrl: trimmed(values.UPSTAIRS_API ?? `http://localhost:${values.UPSTAIRS_PORT}`),
    apiKey: values.UPSTAIRS_KEY ?? null,
  };
}

/**
 * A variable that this process cannot do without.
 * @throws InvalidConfig naming it.
 */
export function required(value: string | null, variable: string, expected: string): string {
  if (value === null) throw new InvalidConfig([`${variable} is not set; expected ${expected}`]);
  return value;
}

const SECRET = /KEY|URL|SECRET/;

function problemsOf(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): string[] {
  return error.issues.map((issue) => {
    const variable = issue.path.join('.');
    // An address may hold a password, and this goes to a log.
    const found = SECRET.test(variable) ? '' : `, found ${JSON.stringify(given[variable])}`;
    return `${variable}: expected ${issue.message}${found}`;
  });
}

const trimmed = (address: string) => address.replace(/\/+$/, '');
