import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** One rule that a page breaks, with where. */
export interface Violation {
  rule: string;
  impact: string;
  where: string[];
}

interface AxeResults {
  violations: { id: string; impact: string | null; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

declare const axe: { run(options: unknown): Promise<AxeResults> };

/** What axe-core finds wrong with the page as it is, by WCAG 2.2 AA and its own best practices. */
export async function violationsOf(page: Page): Promise<Violation[]> {
  // Through the debugger: the page's own policy lets no script in, and stays as strict as it is.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    axe.run({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.map(({ id, impact, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    where: nodes
      .slice(0, 5)
      .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`.slice(0, 400)),
  }));
}
