import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import { checkPlan } from '../../domain/steps/check-plan';
import type { KnownSteps } from '../../domain/steps/plan';
import { DEFAULT_PLAN, planOf, STEPS } from '../../domain/steps/plan';
import type { StepDefinition } from '../../domain/steps/step';
import { planWith } from './support/plans';

const known: KnownSteps = STEPS;

/** A step as somebody might add it. */
function step(name: string, more: Partial<StepDefinition> = {}): StepDefinition {
  const complete: StepDefinition['complete'] = (_draft, { now }) => ({ occurredAt: now });
  return { name, title: name, help: name, clock: null, after: ['intake'], by: ['the-owner'], complete, ...more };
}

const problemsOf = (names: readonly string[], more: KnownSteps = {}) =>
  checkPlan(names, { ...known, ...more }).map(({ pointer, detail }) => `${pointer} ${detail}`);

describe('the plan of a policy', () => {
  it('is the six shipped steps where it names none, as every escalation so far has them pinned', () => {
    expect(planOf(SHIPPED_POLICY)).toEqual([
      { name: 'intake', clock: { anchor: 'receipt', budgetMs: 7_200_000 }, after: [] },
      { name: 'investigation', clock: { anchor: 'acknowledgment', budgetMs: 14_400_000 }, after: ['intake'] },
      { name: 'solution', clock: null, after: ['intake'] },
      {
        name: 'customer-update',
        clock: { anchor: 'acknowledgment', budgetMs: 28_800_000 },
        after: ['intake', 'investigation'],
      },
      { name: 'closure', clock: null, after: ['intake', 'investigation', 'solution', 'customer-update'] },
      { name: 'check-in', clock: { anchor: 'closure', budgetMs: 604_800_000 }, after: ['closure'] },
    ]);
  });

  it('makes wait what a further step comes before, and the closure for all', () => {
    const planned = planOf({ plan: planWith('legal-review') });
    const after = Object.fromEntries(planned.map((one) => [one.name, one.after]));
    expect(after['customer-update']).toEqual(['intake', 'investigation', 'legal-review']);
    expect(after.closure).toEqual(['intake', 'investigation', 'solution', 'legal-review', 'customer-update']);
    expect(after['check-in']).toEqual(['closure']);
  });

  it('of a policy from before leaves out what is retired or gone, and nothing waits for it', () => {
    const retiring = { ...known, 'legal-review': { ...STEPS['legal-review'], retired: true as const } };
    expect(planOf({ plan: planWith('legal-review') }, retiring)).toEqual(planOf(SHIPPED_POLICY));
    expect(planOf({ plan: [...DEFAULT_PLAN.slice(0, 4), 'long-gone', 'closure', 'check-in'] })).toEqual(
      planOf(SHIPPED_POLICY),
    );
  });
});

describe('a plan that is written', () => {
  it('is taken with the shipped steps, with further ones, and in another order that their rules allow', () => {
    expect(checkPlan(DEFAULT_PLAN)).toEqual([]);
    expect(checkPlan(planWith('legal-review'))).toEqual([]);
    expect(problemsOf(['intake', 'solution', 'investigation', 'customer-update', 'closure', 'check-in'])).toEqual([]);
  });

  it('may hold every step that there is and is not retired, in the order in which they are listed', () => {
    const all = Object.keys(known).filter((name) => !known[name]?.retired);
    expect(checkPlan(all)).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a step that nobody knows',
      ['intake', 'prayer'],
      [`#/plan/1 there is no step "prayer"; there are ${Object.keys(STEPS).join(', ')}`],
    ],
    ['what every object has', ['constructor'], [expect.stringContaining('#/plan/0 there is no step "constructor"')]],
    ['a step twice', [...DEFAULT_PLAN, 'closure'], ['#/plan/6 closure is in the plan twice']],
    ['no end', ['intake', 'investigation', 'solution', 'customer-update'], ['#/plan lacks closure and check-in']],
    ['nothing at all', [], ['#/plan lacks intake and closure and check-in']],
    [
      'something after the closure',
      ['intake', 'investigation', 'customer-update', 'closure', 'solution', 'check-in'],
      expect.arrayContaining(['#/plan begins with intake and ends with closure and check-in']),
    ],
    [
      'a step without what it comes after',
      ['intake', 'solution', 'customer-update', 'closure', 'check-in'],
      [
        '#/plan/2 customer-update comes after investigation, which the plan lacks',
        '#/plan/3 closure comes after investigation, which the plan lacks',
      ],
    ],
    [
      'a step before what it waits for',
      ['intake', 'solution', 'customer-update', 'investigation', 'closure', 'check-in'],
      ['#/plan/2 customer-update stands before investigation, and waits for it'],
    ],
    [
      'a step behind what it comes before',
      ['intake', 'investigation', 'solution', 'customer-update', 'legal-review', 'closure', 'check-in'],
      ['#/plan/3 customer-update stands before legal-review, and waits for it'],
    ],
    ['more steps than a person can follow', Array(31).fill('intake'), ['#/plan has over 30 steps']],
  ])('is refused with %s', (_what, names, problems) => {
    expect(problemsOf(names)).toEqual(problems);
  });

  it('is refused where two steps wait for each other', () => {
    const more = { one: step('one', { before: ['two'] }), two: step('two', { before: ['one'] }) };
    const names = ['intake', 'investigation', 'solution', 'one', 'two', 'customer-update', 'closure', 'check-in'];
    expect(problemsOf(names, more)).toEqual(['#/plan/3 one and two wait for each other']);
  });

  it('is refused with a step that is retired', () => {
    const more = { old: step('old', { retired: true }) };
    expect(problemsOf([...DEFAULT_PLAN, 'old'], more)).toEqual(['#/plan/6 old is retired: no new escalation gets it']);
  });
});
