import { SHAPES } from '../../domain/generated/shapes';
import type { Shape } from '../../domain/shape';
import { narrowing } from './shape-narrowing';
import { readShapes } from './recorded-shapes';

/* A history holds updates that were taken. Replayed, the handler checks them again, by the shapes of today. */
describe.each(readShapes())('the shapes of $release', ({ shapes }) => {
  it.each(Object.entries(shapes))('of %s: everything that it took is taken today', (name, earlier) => {
    const later = SHAPES[name];
    expect(later ? narrowing(earlier, later) : [`${name} is gone`]).toEqual([]);
  });
});

describe('a shape that takes less', () => {
  const body: Shape = {
    type: 'object',
    properties: {
      note: { type: 'string', minLength: 1, maxLength: 100 },
      kind: { type: 'string', enum: ['one', 'two'] },
      dates: { type: 'array', items: { type: 'string', pattern: '^2' }, maxItems: 3 },
    },
    required: ['note'],
    additionalProperties: false,
  };
  const { properties = {} } = body;
  const withField = (name: string, field: Shape): Shape => ({ ...body, properties: { ...properties, [name]: field } });
  const { note, ...noteless } = properties;

  it.each<[string, Shape, string]>([
    ['asks for a field', { ...body, required: ['note', 'kind'] }, '#/kind must now be there'],
    [
      'has another name for a field',
      { ...body, properties: { ...noteless, remark: note ?? {} } },
      '#/note is no longer known',
    ],
    [
      'takes shorter texts',
      withField('note', { type: 'string', minLength: 1, maxLength: 99 }),
      '#/note has a tighter maxLength',
    ],
    [
      'takes longer texts only',
      withField('note', { type: 'string', minLength: 2, maxLength: 100 }),
      '#/note has a tighter minLength',
    ],
    ['knows a word less', withField('kind', { type: 'string', enum: ['one'] }), '#/kind no longer takes "two"'],
    ['takes another type', withField('kind', { type: 'number' }), '#/kind must be number'],
    ['takes one value', withField('kind', { type: 'string', const: 'one' }), '#/kind has one value only'],
    [
      'has a pattern more',
      withField('note', { type: 'string', minLength: 1, maxLength: 100, allOf: [{ pattern: 'x' }] }),
      '#/note must match x',
    ],
    [
      'is stricter inside a list',
      withField('dates', { type: 'array', items: { type: 'string', pattern: '^20' }, maxItems: 3 }),
      '#/dates/items must match ^20',
    ],
    [
      'takes fewer',
      withField('dates', { type: 'array', items: { type: 'string', pattern: '^2' }, maxItems: 2 }),
      '#/dates has a tighter maxItems',
    ],
  ])('is found out where it %s', (_what, later, found) => {
    expect(narrowing(body, later)).toEqual([found]);
  });

  it('is none that takes more: a field, a word, a longer text', () => {
    const later = { ...withField('note', { type: 'string', maxLength: 200 }), required: [] };
    const wider = { ...later, properties: { ...later.properties, more: { type: 'string' }, kind: { type: 'string' } } };
    expect(narrowing(body, wider)).toEqual([]);
  });
});
