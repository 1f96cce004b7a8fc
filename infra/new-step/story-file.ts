import type { NewStep } from './new-step';
import { constantOf } from './step-name';

/** Who plays in the stories of the domain, and somebody to whom it does not belong. */
const PLAYED_BY: Readonly<Record<NewStep['by'], { doer: string; stranger: string }>> = {
  owner: { doer: 'olu', stranger: 'ana' },
  csm: { doer: 'cleo', stranger: 'ana' },
  manager: { doer: 'mia', stranger: 'olu' },
  contributor: { doer: 'edda', stranger: 'ana' },
};

/** The test of a new step: who does it and when, what waits for it, and what happens where it is forgotten. */
export function storyOf(step: NewStep): string {
  const { name, title, clock } = step;
  const constant = constantOf(name);
  const timed = clock ? clocks(step, clock) : [];
  const tests = [plan(step), ...order(step), stranger(step), closure(step), ...timed, activity(step)];
  return `${clock ? "import { HOUR_MS } from '../../../domain/duration';\n" : ''}import { ${constant} } from '../../../activities/steps/${name}';
import { stepWork } from '../../notifier/a-case';
import { planWith } from '../support/plans';
import { readyFor } from '../support/ready-for';
import { Story } from '../support/story';

const done = { note: 'Looked at it, and nothing is open.' };
const raised = () => new Story({ policy: { plan: planWith('${name}') } });
const ready = () => readyFor(raised(), '${name}');

describe('${title.toLowerCase()}', () => {
${tests.join('\n\n')}
});
`;
}

function plan({ name, by }: NewStep): string {
  const { doer } = PLAYED_BY[by];
  return `  it('is asked of nobody where the plan does not hold it', () => {
    const story = new Story();
    expect(story.tries('${doer}', '${name}', done)).toMatchObject({ type: 'not-in-plan', status: 409 });
    expect(story.state.steps.map((step) => step.name)).not.toContain('${name}');
  });`;
}

function order({ name, by, after, before }: NewStep): string[] {
  const { doer } = PLAYED_BY[by];
  const early =
    after.length === 0
      ? []
      : [
          `  it('comes after ${after.join(' and ')}', () => {
    expect(raised().tries('${doer}', '${name}', done)).toMatchObject({ type: 'too-early', status: 409 });
  });`,
        ];
  const waiting = before.map(
    (other) => `  it('comes before the ${other.replaceAll('-', ' ')}', () => {
    const { plan } = raised().state;
    expect(plan.find((step) => step.name === '${other}')?.after).toContain('${name}');
  });`,
  );
  return [...early, ...waiting];
}

function stranger({ name, by }: NewStep): string {
  return `  it('belongs to whom it is asked of', () => {
    expect(ready().tries('${PLAYED_BY[by].stranger}', '${name}', done)).toMatchObject({ type: 'not-allowed', status: 403 });
  });`;
}

function closure({ name, by }: NewStep): string {
  return `  it('is done once, and nothing closes without it', () => {
    expect(raised().state.plan.find((step) => step.name === 'closure')?.after).toContain('${name}');
    const story = ready().does('${PLAYED_BY[by].doer}', '${name}', done);
    expect(story.all('step.completed').at(-1)?.data).toMatchObject({ step: '${name}', body: done });
    expect(story.tries('${PLAYED_BY[by].doer}', '${name}', done)).toMatchObject({ type: 'already-done' });
  });`;
}

function clocks({ name, by }: NewStep, { hours }: NonNullable<NewStep['clock']>): string[] {
  return [
    `  it('done in time meets its clock of ${hours} h', () => {
    const story = ready();
    expect(story.clock('${name}')).toMatchObject({ state: 'running', budgetMs: ${hours} * HOUR_MS });
    story.does('${PLAYED_BY[by].doer}', '${name}', done);
    expect(story.clock('${name}')).toMatchObject({ state: 'met', breachedAt: null });
  });`,
    `  it('forgotten is reminded of, and goes up when ${hours} h are over', () => {
    const story = ready().pass(${hours} * HOUR_MS);
    expect(story.all('clock.reminded').map(({ data }) => data.clockId)).toContain('${name}');
    expect(story.clock('${name}').state).toBe('breached');
    expect(story.rungs('${name}').length).toBeGreaterThan(0);
  });`,
  ];
}

function activity({ name, title }: NewStep): string {
  return `  it('tells the timeline what was done', async () => {
    const told = await ${constantOf(name)}()(stepWork('${name}', done));
    expect(told).toEqual({ summary: \`${title}: \${done.note}\`, result: done });
  });`;
}
