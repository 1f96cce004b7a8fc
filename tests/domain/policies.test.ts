import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration';
import type { Policy } from '../../domain/policy';
import { checkPolicy } from '../../domain/policy/check-policy';
import { comparePolicies } from '../../domain/policy/compare-policies';
import { documentOf, policyOf } from '../../domain/policy/document';
import type { PolicyDocument } from '../../domain/policy/policy.schema';
import { policySchema } from '../../domain/policy/policy.schema';
import { LEVELS } from '../../domain/priority';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';

type Change = (document: PolicyDocument) => unknown;

const shipped = (): PolicyDocument => documentOf({ ...SHIPPED_POLICY, dutyManagerIds: ['mia'] }, []);

const written = (change: Record<string, unknown>): unknown => ({ ...shipped(), ...change });

/** Where a document is wrong, by its schema or, where that lets it through, as a whole. */
function wrongAt(document: unknown): string[] {
  const parsed = policySchema.safeParse(document);
  if (!parsed.success) return parsed.error.issues.map(({ path }) => `#/${path.join('/')}`);
  return checkPolicy(policyOf(parsed.data, [])).map(({ pointer }) => pointer);
}

describe('a policy as people write it', () => {
  it('says the shipped one without a loss, and reads back what it prints', () => {
    const document = shipped();
    expect(document).toMatchObject({
      rungEvery: 'PT30M',
      clocks: { approval: { budget: 'PT2H' } },
      keepInformed: { P1: 'P1D', P2: 'P2D' },
      authority: { credit: { owner: { USD: 100_000 }, vp: null } },
    });
    expect(wrongAt(document)).toEqual([]);
    const { version: _version, ...policy } = SHIPPED_POLICY;
    expect(policyOf(policySchema.parse(document), [])).toEqual({ ...policy, dutyManagerIds: ['mia'] });
  });

  it('goes there and back for any policy', () => {
    const ms = (least: number, most: number) =>
      fc.integer({ min: least / 1_000, max: most / 1_000 }).map((s) => s * 1_000);
    const clock = fc.record({ budgetMs: ms(MINUTE_MS, 30 * DAY_MS) }, { requiredKeys: [] });
    const terms = {
      rungEveryMs: ms(30 * MINUTE_MS, DAY_MS),
      bundledEveryMs: ms(DAY_MS, 5 * DAY_MS),
      takeChargeMs: ms(5 * MINUTE_MS, DAY_MS),
      reminderSparesActiveMs: ms(0, DAY_MS),
      loudRounds: fc.integer({ min: 1, max: 10 }),
      clocks: fc.dictionary(fc.constantFrom('intake', 'investigation', 'check-in', 'keep-informed', 'approval'), clock),
    };
    const variant = fc.record({
      levels: fc.uniqueArray(fc.constantFrom(...LEVELS), { minLength: 1 }),
      terms: fc.record(terms, { requiredKeys: ['loudRounds'] }),
    });
    const change = fc.record({
      ...terms,
      variants: fc.array(variant, { maxLength: 4 }),
      longestPauseMs: ms(HOUR_MS, DAY_MS),
    });
    const property = fc.property(change, (differs) => {
      const { version: _version, ...policy }: Policy = { ...SHIPPED_POLICY, dutyManagerIds: ['mia'], ...differs };
      const document = documentOf(policy, []);
      const read = policySchema.parse(JSON.parse(JSON.stringify(document)));
      expect(policyOf(read, [])).toEqual(policy);
      expect(comparePolicies(document, read)).toEqual([]);
      expect(documentOf(policyOf(read, []), [])).toEqual(document);
    });
    fc.assert(property, { seed: 20_261_122, numRuns: 500 });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a reminder at its end', { reminderAtShare: 1 }, ['#/reminderAtShare']],
    ['a reminder at its beginning', { reminderAtShare: 0 }, ['#/reminderAtShare']],
    ['rungs all at once', { rungEvery: 'PT0S' }, ['#/rungEvery']],
    ['no loud round', { loudRounds: 0 }, ['#/loudRounds']],
    ['a rung after the last one, the VP', { chainLength: 4 }, ['#/chainLength']],
    ['bundled rungs that are louder than loud ones', { bundledEvery: 'PT10M' }, ['#/bundledEvery']],
    ['a rung before the one before it has run its time', { undeliveredAfter: 'PT45M' }, ['#/rungEvery']],
    [
      'silence towards the customer',
      { keepInformed: { P1: 'PT0S', P2: 'P2D', P3: 'P2D', P4: 'P2D' } },
      ['#/keepInformed/P1'],
    ],
    ['a time that is none', { takeCharge: 'an hour' }, ['#/takeCharge']],
    ['a month, which has no length', { longestPause: 'P1M' }, ['#/longestPause']],
    ['nobody on duty', { dutyManagerIds: [] }, ['#/dutyManagerIds']],
    ['a clock that nobody knows', { clocks: { lunch: { budget: 'PT1H' } } }, ['#/clocks/lunch']],
    ['a step without a clock', { clocks: { solution: { budget: 'PT1H' } } }, ['#/clocks/solution']],
    ['a calendar that it lacks', { clocks: { intake: { calendar: 'berlin' } } }, ['#/clocks/intake/calendar']],
    ['an intake that waits for the closure', { clocks: { intake: { anchor: 'closure' } } }, ['#/clocks/intake/anchor']],
    ['an anchor of what is no step', { clocks: { approval: { anchor: 'receipt' } } }, ['#/clocks/approval/anchor']],
    ['a plan with a step that nobody knows', { plan: ['intake', 'lunch', 'closure', 'check-in'] }, ['#/plan/1']],
    [
      'a currency that is none',
      { authority: { credit: { owner: { usd: 5 } }, kinds: {} } },
      ['#/authority/credit/owner/usd'],
    ],
    [
      'names that stand for a field and its value at once',
      {
        fields: [
          { name: 'crm:region', title: 'A', kind: 'text' },
          { name: 'a@b', title: 'B', kind: 'text' },
        ],
      },
      ['#/fields/0/name', '#/fields/1/name'],
    ],
    ['a choice without choices', { fields: [{ name: 'a', title: 'A', kind: 'choice' }] }, ['#/fields/0/choices']],
    [
      'choices that nobody chooses',
      { fields: [{ name: 'a', title: 'A', kind: 'text', choices: ['x'] }] },
      ['#/fields/0/choices'],
    ],
    [
      'a field twice, for a step that nobody knows',
      {
        fields: [
          { name: 'a', title: 'A', kind: 'text' },
          { name: 'a', title: 'B', kind: 'day', requiredFor: ['lunch'] },
        ],
      },
      ['#/fields/1/name', '#/fields/1/requiredFor/0'],
    ],
    ['a variant that says nothing', { variants: [{ levels: ['P1'], terms: {} }] }, ['#/variants/0/terms']],
    [
      'a calendar that a variant lacks',
      { variants: [{ terms: { clocks: { intake: { calendar: 'x' } } } }] },
      ['#/variants/0/terms/clocks/intake/calendar'],
    ],
    [
      'a variant whose rungs go faster than word of them',
      { variants: [{ tiers: ['small'], terms: { rungEvery: 'PT10M' } }] },
      ['#/variants/0/terms/rungEvery'],
    ],
    [
      'levels out of order',
      { priority: { ...SHIPPED_POLICY.priority, levelFrom: { P1: 50, P2: 75, P3: 30 } } },
      ['#/priority/levelFrom/P1'],
    ],
    ['hours that end before they begin', { waking: { days: [1], fromHour: 20, toHour: 7 } }, ['#/waking/toHour']],
    ['what it does not know', { lunchBreak: true }, ['#/']],
  ])('is refused where it has %s', (_what, change, pointers) => {
    expect(wrongAt(written(change))).toEqual(pointers);
  });
});

describe('two policies compared', () => {
  const compared = (change: Change) => {
    const after = structuredClone(shipped());
    change(after);
    return comparePolicies(shipped(), policySchema.parse(after));
  };

  it('say in words what differs, and nothing else', () => {
    const differences = compared((one) => {
      one.rungEvery = 'PT45M';
      one.reminderAtShare = 0.8;
      one.clocks.intake = { budget: 'PT1H30M' };
      if (one.authority) one.authority.credit.owner = { USD: 250_000 };
      one.variants = [{ levels: ['P1', 'P2'], tiers: ['enterprise'], terms: { loudRounds: 3 } }];
      one.fields = [{ name: 'region', title: 'Region', kind: 'choice', choices: ['EMEA', 'AMER'], requiredFor: [] }];
    });
    expect(differences.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['reminder at share', '75 %', '80 %'],
      ['rung every', '30 minutes', '45 minutes'],
      ['clocks › intake › budget', null, '1 hour 30 minutes'],
      ['authority › credit › owner › USD', '1,000.00 USD', '2,500.00 USD'],
      ['fields › region › title', null, 'Region'],
      ['fields › region › kind', null, 'choice'],
      ['fields › region › choices', null, 'EMEA, AMER'],
      ['for P1 and P2, enterprise › loud rounds', null, '3'],
      ['authority › credit › owner › EUR', '1,000.00 EUR', null],
      ['authority › credit › owner › GBP', '1,000.00 GBP', null],
    ]);
  });

  it('say hours and days of the week as people do', () => {
    const differences = compared((one) => {
      one.loudness.P2.rungs.vp = 'any';
      one.waking = { days: [1, 2, 6], fromHour: 8, toHour: 22 };
    });
    expect(differences.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['waking › days', 'Mon, Tue, Wed, Thu, Fri, Sat, Sun', 'Mon, Tue, Sat'],
      ['waking › from hour', '07:00', '08:00'],
      ['loudness › P2 › rungs › vp', 'in waking hours', 'at any hour'],
    ]);
  });

  it('are the same however a time is spelt', () => {
    expect(compared((one) => (one.rungEvery = 'PT1800S'))).toEqual([]);
    expect(compared((one) => (one.longestPause = 'PT120H'))).toEqual([]);
  });
});
