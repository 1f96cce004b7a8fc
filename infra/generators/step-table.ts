import { HOUR_MS } from '../../domain/duration';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import { DEFAULT_PLAN, STEPS } from '../../domain/steps/plan';
import type { StepDefinition } from '../../domain/steps/step';
import { code, table, withGenerated } from './markdown';
import { whoInWords } from './who-in-words';

/** The steps of the process in the README, as the definitions in domain/steps say them. */
export const stepTableGenerator = {
  path: 'README.md',
  content(): Promise<string> {
    const steps: readonly StepDefinition[] = Object.values(STEPS);
    const rows = steps.map(({ name, by, help, clock, after }) => [
      code(name),
      whoInWords(by),
      help,
      clock ? `${hours(clock.budgetMs)} from the ${clock.anchor}` : 'none of its own',
      after.length > 0 ? after.join(', ') : '—',
    ]);
    const head = ['Step', 'By', 'What completes it', 'Clock', 'Comes after'];
    const text = [table(head, rows), '', ...otherPlans(steps), chainRule()].join('\n');
    return withGenerated('README.md', 'steps', text);
  },
};

/** What stands in the table and is not asked of everybody. */
function otherPlans(steps: readonly StepDefinition[]): string[] {
  const others = steps.filter(({ name }) => !DEFAULT_PLAN.some((planned) => planned === name));
  const sentences = others.map(({ name, before, retired }) => {
    if (retired) return `${code(name)} is retired: only escalations that were raised with it have it.`;
    const waiting = before?.length ? `, and there ${before.map(code).join(' and ')} waits for it` : '';
    return `${code(name)} is in the plans of those policies that name it${waiting}.`;
  });
  return sentences.length > 0 ? [sentences.join(' '), ''] : [];
}

function hours(budgetMs: number): string {
  const count = budgetMs / HOUR_MS;
  return count >= 48 ? `${count / 24} days` : `${count} h`;
}

function chainRule(): string {
  const { reminderAtShare, rungEveryMs, loudRounds, bundledEveryMs } = SHIPPED_POLICY;
  const minutes = (rungEveryMs / HOUR_MS) * 60;
  return (
    `At ${reminderAtShare * 100} % of a clock the responsible person is reminded. When it runs out the breach is ` +
    `recorded and the escalation goes up, manager, director, VP, a rung every ${minutes} minutes; after ` +
    `${loudRounds} rounds every ${hours(bundledEveryMs)}, until somebody acts.`
  );
}
