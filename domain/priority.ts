import type { Complaint } from './intake';
import type { PriorityPoints } from './policy';

/** How grave an escalation is; its loudness follows from it. */
export const LEVELS = ['P1', 'P2', 'P3', 'P4'] as const;
export type Level = (typeof LEVELS)[number];

/** One reason for the score. */
export interface PriorityFactor {
  name: 'tier' | 'severity' | 'relationship' | 'tone';
  points: number;
  because: string;
}

/** A score that explains itself. */
export interface Priority {
  level: Level;
  score: number;
  factors: readonly PriorityFactor[];
}

type Weighed = Pick<Complaint, 'severity' | 'public' | 'threatensPublic' | 'account'> & {
  receivedAt: number;
  /** Whether the account has escalated before. */
  firstEscalation: boolean;
};

/** Weighs what is known of a complaint by the policy's points (docs/process.md "Priority"). */
export function assessPriority(facts: Weighed, points: PriorityPoints): Priority {
  const factors = [
    tierFactor(facts, points),
    severityFactor(facts, points),
    relationshipFactor(facts, points),
    toneFactor(facts, points),
  ].filter((factor) => factor.points > 0);
  const score = factors.reduce((sum, factor) => sum + factor.points, 0);
  return { level: levelOf(score, points), score, factors };
}

function levelOf(score: number, points: PriorityPoints): Level {
  if (score >= points.levelFrom.P1) return 'P1';
  if (score >= points.levelFrom.P2) return 'P2';
  return score >= points.levelFrom.P3 ? 'P3' : 'P4';
}

function tierFactor({ account }: Weighed, points: PriorityPoints): PriorityFactor {
  const arr = account.arr ? `, ARR ${formatMoney(account.arr.amount)} ${account.arr.currency}` : '';
  const because = account.tier ? `${account.tier}${arr}` : `tier unknown, counts as enterprise until it is set${arr}`;
  return { name: 'tier', points: points.tier[account.tier ?? 'unknown'], because };
}

function severityFactor({ severity }: Weighed, points: PriorityPoints): PriorityFactor {
  return { name: 'severity', points: points.severity[severity], because: severity };
}

function relationshipFactor(facts: Weighed, points: PriorityPoints): PriorityFactor {
  const { years, points: worth } = points.firstAfterYears;
  const since = facts.account.customerSince;
  const loyal = since !== null && facts.firstEscalation && addYears(since, years) <= facts.receivedAt;
  return {
    name: 'relationship',
    points: loyal ? worth : 0,
    because: `first escalation, a customer since ${String(since)} (${years} years or more)`,
  };
}

function toneFactor(facts: Weighed, points: PriorityPoints): PriorityFactor {
  const loud = facts.public || facts.threatensPublic;
  const because = facts.public ? 'the complaint is public' : 'threatens to go public';
  return { name: 'tone', points: loud ? points.publicTone : 0, because };
}

/** Midnight UTC of the day that lies `years` after an ISO date. */
function addYears(isoDate: string, years: number): number {
  const date = new Date(`${isoDate}T00:00:00Z`);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/** Groups thousands without a locale database: the workflow's must not depend on one. */
function formatMoney(minorUnits: number): string {
  return Math.round(minorUnits / 100)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
