import type { Money } from './money';

/** The doors by which a complaint comes in (docs/process.md "What counts as an escalation"). */
export const DOORS = [
  'executive-mail',
  'executive-cc',
  'social-private',
  'social-public',
  'csm',
  'ticket-flag',
  'internal-tool',
  'form',
  'api',
] as const;
export type Door = (typeof DOORS)[number];

export const SEVERITIES = ['billing', 'data', 'outage', 'defect', 'usability', 'other'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const TIERS = ['enterprise', 'mid-market', 'small'] as const;
export type Tier = (typeof TIERS)[number];

export const SCOPES = ['one-customer', 'several-customers'] as const;
export type Scope = (typeof SCOPES)[number];

export const ORIGINS = ['internal', 'external'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The customer's company as this escalation knows it; what is unknown is null. `customerSince` is YYYY-MM-DD. */
export interface AccountFacts {
  id: string;
  name: string;
  tier: Tier | null;
  arr: Money | null;
  customerSince: string | null;
  csmId: string | null;
}

/** The person at the customer. */
export interface Contact {
  name: string | null;
  email: string | null;
}

/** Everything that is known of the complaint when it is raised, after its door has cleaned it. */
export interface Complaint {
  summary: string;
  narrative: string;
  severity: Severity;
  scope: Scope | null;
  origin: Origin | null;
  door: Door;
  contact: Contact | null;
  public: boolean;
  threatensPublic: boolean;
  /** They threaten legal action; absent: they do not, or nobody asked. */
  threatensLegal?: boolean;
  externalRef: string | null;
  account: AccountFacts;
}
