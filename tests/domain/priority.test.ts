import type { Severity, Tier } from '../../domain/intake';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import { assessPriority } from '../../domain/priority';

const RECEIVED_AT = Date.parse('2026-11-22T09:00:00Z');

interface Facts {
  tier?: Tier | null;
  severity?: Severity;
  customerSince?: string | null;
  firstEscalation?: boolean;
  public?: boolean;
  threatensPublic?: boolean;
  arr?: { amount: number; currency: string };
}

function weigh({ tier = 'small', severity = 'usability', customerSince = null, arr, ...more }: Facts) {
  const account = { id: 'a', name: 'Northwind', tier, arr: arr ?? null, customerSince, csmId: null };
  const facts = { account, severity, public: false, threatensPublic: false, firstEscalation: true, ...more };
  return assessPriority({ ...facts, receivedAt: RECEIVED_AT }, SHIPPED_POLICY.priority);
}

const points = (facts: Facts, name: string) => weigh(facts).factors.find((factor) => factor.name === name)?.points ?? 0;

describe('the points of a priority', () => {
  it.each<[Tier | null, number]>([
    ['enterprise', 40],
    [null, 40],
    ['mid-market', 25],
    ['small', 10],
  ])('tier %s: %d', (tier, wanted) => expect(points({ tier }, 'tier')).toBe(wanted));

  it.each<[Severity, number]>([
    ['billing', 25],
    ['data', 25],
    ['outage', 25],
    ['defect', 15],
    ['other', 10],
    ['usability', 5],
  ])('severity %s: %d', (severity, wanted) => expect(points({ severity }, 'severity')).toBe(wanted));

  it.each<[string, string, boolean, number]>([
    ['three years to the day', '2023-11-22', true, 10],
    ['a day less', '2023-11-23', true, 0],
    ['ten years', '2016-01-01', true, 10],
    ['ten years, but not the first escalation', '2016-01-01', false, 0],
  ])('a customer for %s', (_how, customerSince, firstEscalation, wanted) => {
    expect(points({ customerSince, firstEscalation }, 'relationship')).toBe(wanted);
  });

  it('public, or a threat to go public: 25, once', () => {
    expect(points({ public: true }, 'tone')).toBe(25);
    expect(points({ threatensPublic: true }, 'tone')).toBe(25);
    expect(points({ public: true, threatensPublic: true }, 'tone')).toBe(25);
    expect(points({}, 'tone')).toBe(0);
  });

  it.each<[Facts, number, string]>([
    [{ tier: 'enterprise', severity: 'other', public: true }, 75, 'P1'],
    [{ tier: 'enterprise', severity: 'billing' }, 65, 'P2'],
    [{ tier: 'mid-market', severity: 'billing' }, 50, 'P2'],
    [{ tier: 'enterprise', severity: 'usability' }, 45, 'P3'],
    [{ tier: 'mid-market', severity: 'usability' }, 30, 'P3'],
    [{ tier: 'small', severity: 'defect' }, 25, 'P4'],
  ])('%j is %d points, %s', (facts, score, level) => expect(weigh(facts)).toMatchObject({ score, level }));

  it('each factor says why', () => {
    const facts: Facts = {
      tier: 'enterprise',
      arr: { amount: 48_000_000, currency: 'USD' },
      customerSince: '2019-03-01',
      public: true,
    };
    expect(weigh(facts).factors.map(({ because }) => because)).toEqual([
      'enterprise, ARR 480,000 USD',
      'usability',
      'first escalation, a customer since 2019-03-01 (3 years or more)',
      'the complaint is public',
    ]);
    expect(weigh({ tier: null }).factors[0]?.because).toBe('tier unknown, counts as enterprise until it is set');
  });
});
