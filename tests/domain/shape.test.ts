import * as fc from 'fast-check';
import type { z } from 'zod';
import { commandSchemas } from '../../domain/commands/schemas';
import { CHANNELS } from '../../domain/message';
import { ROOT_CAUSES } from '../../domain/root-cause';
import { shapeProblems } from '../../domain/shapes';
import { stepSchemas } from '../../domain/steps/schemas';
import type { Body } from './support/bodies';
import { bodyOf, DEEDS } from './support/bodies';
import { Simulation } from './support/simulation';
import { raiseOf, worldPlans } from './support/world';

const schemas: Readonly<Record<string, z.ZodType>> = { ...stepSchemas, ...commandSchemas };

/** Values that are right for some fields and wrong for most. */
const values = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    'olu',
    'a b',
    'x'.repeat(301),
    'two\nlines',
    'bell\u0007',
    '2026-02-30',
    '2024-02-29',
    '😀',
  ),
  fc.constantFrom<unknown>(
    '2026-11-22T09:00:00Z',
    '2026-11-22T09:00:00+01:00',
    '2026-11-22T09:00:00',
    '2026-11-22',
    'soon',
  ),
  fc.constantFrom<unknown>(0, -1, 1.5, 3, 5, 6, Number.MAX_SAFE_INTEGER, 2 ** 60, true, false, null),
  fc.constantFrom<unknown>(
    [],
    {},
    [{}],
    { personId: 'olu', note: 'n' },
    { amount: 5, currency: 'USD' },
    { amount: 5, currency: 'usd' },
  ),
  fc.constantFrom<unknown>(
    ...CHANNELS,
    ...ROOT_CAUSES,
    'noor@northwind.example',
    '.@x',
    'a@b',
    '__proto__',
    'constructor',
  ),
);

interface Change {
  path: number;
  how: number;
  value: unknown;
}

const changes = fc.array(fc.record<Change>({ path: fc.nat(40), how: fc.nat(3), value: values }), { maxLength: 3 });

/** A body as it comes in: JSON knows no holes and nothing undefined. */
const received = (body: Body) => JSON.parse(JSON.stringify(body)) as Body;

/** Changes a body somewhere: another value, one field less, one more. */
function changed(body: Body, { path, how, value }: Change): Body {
  const copy = structuredClone(body);
  const places = placesOf(copy);
  const place = places[path % places.length];
  if (!place) return { ...copy, extra: value };
  const [holder, name] = place;
  if (how === 0) Reflect.deleteProperty(holder, name);
  else if (how === 1 && !Array.isArray(holder)) holder[`${name}2`] = value;
  else holder[name] = value;
  return copy;
}

function placesOf(holder: Body): [Body, string][] {
  return Object.entries(holder).flatMap(([name, value]): [Body, string][] => {
    const inner = typeof value === 'object' && value !== null ? placesOf(value as Body) : [];
    return [[holder, name], ...inner];
  });
}

describe.each(DEEDS)('the guard of %s', (deed) => {
  const schema = schemas[deed] as z.ZodType;
  const bodies = fc.tuple(worldPlans, fc.nat(63), fc.nat(12)).map(([plan, variant, slip]) => {
    const { raise, now } = raiseOf(plan);
    return bodyOf(deed, new Simulation(raise, now).state, now, { by: 'mia', variant, slip });
  });

  it('takes what the schema has parsed, and nothing that the schema refuses', () => {
    const met = { taken: 0, refused: 0 };
    const property = fc.property(bodies, changes, (body, more) => {
      const tried = received(more.reduce(changed, body));
      const parsed = schema.safeParse(tried);
      if (parsed.success) {
        met.taken += 1;
        expect(shapeProblems(deed, parsed.data)).toEqual([]);
      } else {
        met.refused += 1;
        expect({ tried, problems: shapeProblems(deed, tried) }).not.toEqual({ tried, problems: [] });
      }
    });
    fc.assert(property, { numRuns: 600, seed: 20_261_122 });
    expect(met.taken).toBeGreaterThan(20);
    expect(met.refused).toBeGreaterThan(20);
  });

  it('points at a field that the schema finds wrong too', () => {
    const property = fc.property(bodies, changes, (body, more) => {
      const tried = received(more.reduce(changed, body));
      const parsed = schema.safeParse(tried);
      if (parsed.success) return;
      const wrong = parsed.error.issues.map(({ path }) => ['#', ...path].join('/'));
      const found = shapeProblems(deed, tried).map(({ pointer }) => pointer);
      expect(
        found.some((pointer) => wrong.some((other) => pointer.startsWith(other) || other.startsWith(pointer))),
      ).toBe(true);
    });
    fc.assert(property, { numRuns: 200, seed: 20_261_123 });
  });
});

it('a name that is no deed has no shape', () => {
  expect(shapeProblems('toString', { anything: true })).toEqual([]);
});
