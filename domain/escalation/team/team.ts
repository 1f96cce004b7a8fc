import type { Notice } from '../../notice';
import type { Role } from '../../people';

/** Somebody pulled into the rapid-response team, with the role that they play here (docs/process.md "People"). */
export interface TeamMember {
  personId: string;
  role: string;
  joinedAt: number;
}

/** Which way a sponsor faces: into the company, to the customer, or both. */
export const FACINGS = ['inside', 'customer', 'both'] as const;
export type Facing = (typeof FACINGS)[number];

/** Those who may be named as sponsor. */
export const MAY_SPONSOR: readonly Role[] = ['executive', 'vp'];

/** The executive who lends weight; informed and ready, never the owner (docs/process.md "People"). */
export interface Sponsor {
  personId: string;
  facing: Facing;
  /** The account's own sponsor, not named for this escalation alone. */
  standing: boolean;
}

/** The customer's own executive; what they agreed to do are tasks with `counterpart` set. */
export interface Counterpart {
  name: string;
  title: string | null;
  email: string | null;
}

/** What happens around the owner. */
export interface TeamEvents {
  'team.joined': { personId: string; role: string; notices: Notice[] };
  'team.left': { personId: string; reason: string | null };
  'escalation-manager.named': {
    personId: string | null;
    previousId: string | null;
    reason: string | null;
    notices: Notice[];
  };
  'sponsor.named': {
    sponsor: Sponsor | null;
    previousId: string | null;
    reason: string | null;
    /** It holds for the account as well: for what it raises from now on. */
    account?: true;
    notices: Notice[];
  };
  /** The sponsor has the brief of one page. */
  'sponsor.briefed': { personId: string; because: string; notices: Notice[] };
  'counterpart.named': { counterpart: Counterpart | null; reason: string | null };
}
