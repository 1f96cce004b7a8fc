import { z } from 'zod';
import { DAY_MS, MINUTE_MS } from '../../domain/duration';
import { ROLES, type Role } from '../../domain/people';
import { parseIsoDuration } from '../../domain/iso-duration';

/** The OpenID Connect provider that people sign in with. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  /** Null for a public client. */
  clientSecret: string | null;
  scopes: string;
  /** Holds a person's id in the directory; `email` their mail address. */
  personClaim: string;
  /** Holds the names that `roleMap` turns into roles; null leaves roles to the directory. */
  rolesClaim: string | null;
  roleMap: Readonly<Record<string, readonly Role[]>>;
  /** What it is called on our pages. */
  name: string;
}

/** How people sign in with a browser. */
export interface SignInConfig {
  /** Null: nobody can. */
  provider: OidcConfig | null;
  /** Signs cookies; null: the data folder keeps one. */
  secret: string | null;
  idleMs: number;
  lifetimeMs: number;
}

const roleMap = z.record(z.string().min(1), z.array(z.enum(ROLES as [Role, ...Role[]])).min(1));

/** JSON from the names of groups to roles. */
export const roleMapText = z
  .string()
  .max(20_000, 'at most 20,000 characters')
  .refine((text) => parseRoleMap(text) !== null, 'JSON such as {"support-leads":["manager"]} with roles that exist');

/** How long a session lasts, as ISO 8601. */
export const sessionLength = z.string().refine((text) => {
  const ms = parseIsoDuration(text);
  return ms !== null && ms >= MINUTE_MS && ms <= 400 * DAY_MS;
}, 'an ISO 8601 duration from PT1M to P400D');

/** The variables that signing in is made of, checked each by itself. */
interface Values {
  UPSTAIRS_OIDC_ISSUER?: string;
  UPSTAIRS_OIDC_CLIENT_ID: string;
  UPSTAIRS_OIDC_CLIENT_SECRET?: string;
  UPSTAIRS_OIDC_SCOPES: string;
  UPSTAIRS_OIDC_PERSON_CLAIM: string;
  UPSTAIRS_OIDC_ROLES_CLAIM?: string;
  UPSTAIRS_OIDC_ROLE_MAP?: string;
  UPSTAIRS_OIDC_PROVIDER_NAME?: string;
  UPSTAIRS_SESSION_SECRET?: string;
  UPSTAIRS_SESSION_IDLE: string;
  UPSTAIRS_SESSION_LIFETIME: string;
}

/** What does not fit together, a sentence each. */
export function signInProblems(values: Values, production: boolean): string[] {
  const problems: string[] = [];
  const issuer = values.UPSTAIRS_OIDC_ISSUER;
  if (issuer !== undefined && issuer.startsWith('http:') && (production || !isLoopback(new URL(issuer).hostname))) {
    problems.push(
      'UPSTAIRS_OIDC_ISSUER: expected an https URL; http is for a provider on this machine, never in production',
    );
  }
  if (issuer !== undefined && production && values.UPSTAIRS_SESSION_SECRET === undefined) {
    problems.push('UPSTAIRS_SESSION_SECRET is not set; expected at least 32 random characters, since people sign in');
  }
  if ((values.UPSTAIRS_OIDC_ROLES_CLAIM === undefined) !== (values.UPSTAIRS_OIDC_ROLE_MAP === undefined)) {
    problems.push('UPSTAIRS_OIDC_ROLES_CLAIM and UPSTAIRS_OIDC_ROLE_MAP go together: one of them is not set');
  }
  return problems;
}

/** How people sign in, from variables that fit. */
export function signInOf(values: Values): SignInConfig {
  const issuer = values.UPSTAIRS_OIDC_ISSUER;
  return {
    provider: issuer === undefined ? null : providerOf(issuer, values),
    secret: values.UPSTAIRS_SESSION_SECRET ?? null,
    idleMs: parseIsoDuration(values.UPSTAIRS_SESSION_IDLE) ?? 0,
    lifetimeMs: parseIsoDuration(values.UPSTAIRS_SESSION_LIFETIME) ?? 0,
  };
}

/** Whether a host name means this machine, whatever a name server says. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

function providerOf(issuer: string, values: Values): OidcConfig {
  return {
    issuer,
    clientId: values.UPSTAIRS_OIDC_CLIENT_ID,
    clientSecret: values.UPSTAIRS_OIDC_CLIENT_SECRET ?? null,
    scopes: values.UPSTAIRS_OIDC_SCOPES,
    personClaim: values.UPSTAIRS_OIDC_PERSON_CLAIM,
    rolesClaim: values.UPSTAIRS_OIDC_ROLES_CLAIM ?? null,
    roleMap: parseRoleMap(values.UPSTAIRS_OIDC_ROLE_MAP ?? '{}') ?? {},
    name: values.UPSTAIRS_OIDC_PROVIDER_NAME ?? new URL(issuer).host,
  };
}

function parseRoleMap(text: string): Readonly<Record<string, readonly Role[]>> | null {
  try {
    return roleMap.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
