import type { InvestigationBody } from '../../domain/steps/investigation/investigation.schema';
import { count } from '../mail/wording';
import type { AccountHistory } from '../ports';
import type { StepActivity, StepPorts } from './step-ports';

/** A long customer's dossier must not fill the escalation's history: the newest of each are filed, all are counted. */
const FILED_AT_MOST = 20;

/** Investigation: files the account's dossier (earlier escalations, their causes, commitments still open). */
export function investigation({ memory }: StepPorts): StepActivity<InvestigationBody> {
  return async ({ escalation }) => {
    const history = await memory.accountHistory(escalation.account.id, escalation.id);
    const { earlier, openCommitments } = history;
    const causes = countCauses(history);
    return {
      summary: `Dossier filed: ${told(earlier.length, causes)}; ${count(openCommitments.length, 'commitment')} open`,
      result: {
        earlier: [...earlier].sort((a, b) => b.raisedAt - a.raisedAt).slice(0, FILED_AT_MOST),
        earlierTotal: earlier.length,
        causes,
        openCommitments: [...openCommitments].sort((a, b) => a.dueAt - b.dueAt).slice(0, FILED_AT_MOST),
        openCommitmentsTotal: openCommitments.length,
      },
    };
  };
}

interface CauseCount {
  rootCause: string;
  count: number;
}

function countCauses({ earlier }: AccountHistory): CauseCount[] {
  const counts = new Map<string, number>();
  for (const { rootCause } of earlier) {
    if (rootCause !== null) counts.set(rootCause, (counts.get(rootCause) ?? 0) + 1);
  }
  return [...counts].map(([rootCause, number]) => ({ rootCause, count: number })).sort((a, b) => b.count - a.count);
}

function told(earlier: number, causes: readonly CauseCount[]): string {
  if (earlier === 0) return 'the first escalation of this account';
  const because = causes.map(({ rootCause, count: number }) => `${number} × ${rootCause}`).join(', ');
  return `${count(earlier, 'earlier escalation')}${because ? ` (${because})` : ''}`;
}
