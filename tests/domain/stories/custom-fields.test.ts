import type { CustomField } from '../../../domain/custom-field';
import { checkCustom } from '../../../domain/custom-values';
import { Rejected } from '../../../domain/rejection';
import { acknowledged, findings } from '../support/deeds';
import { Story } from '../support/story';

const FIELDS: CustomField[] = [
  { name: 'region', title: 'Region', kind: 'choice', choices: ['EMEA', 'AMER'], requiredFor: ['investigation'] },
  { name: 'contract', title: 'Contract', kind: 'text', requiredFor: ['investigation'], levels: ['P1'] },
  { name: 'seats', title: 'Seats', kind: 'number', requiredFor: [] },
  { name: 'renewal', title: 'Renewal', kind: 'day', requiredFor: [], tiers: ['small'] },
  { name: 'pilot', title: 'Pilot', kind: 'yes-no', requiredFor: [] },
];

describe('a field that the policy asks for', () => {
  it('holds back the step until somebody fills it in, and the old value is kept', () => {
    const story = acknowledged(new Story({ policy: { fields: FIELDS } }));
    expect(story.tries('olu', 'investigation', findings)).toMatchObject({
      type: 'field-missing',
      status: 422,
      errors: [{ pointer: '#/custom/region' }],
    });
    story.does('olu', 'amend', { custom: { region: 'EMEA', seats: 12, pilot: false }, reason: 'They said so.' });
    story.does('olu', 'amend', { custom: { region: 'AMER' } }).does('olu', 'investigation', findings);
    expect(story.state.custom).toEqual({ region: 'AMER', seats: 12, pilot: false });
    const facts = story.all('fact.amended').map(({ data: { fact, from, to } }) => [fact, from, to]);
    expect(facts).toContainEqual(['custom.region', null, 'EMEA']);
    expect(facts).toContainEqual(['custom.region', 'EMEA', 'AMER']);
  });

  it('is asked for at its own levels only', () => {
    const story = acknowledged(new Story({ policy: { fields: FIELDS }, complaint: { threatensPublic: true } }));
    expect(story.state.priority.level).toBe('P1');
    const pointers = story.tries('olu', 'investigation', findings)?.errors?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['#/custom/region', '#/custom/contract']);
  });

  it.each([
    [{ region: 'Mars' }, 'invalid-content', '#/custom/region'],
    [{ seats: '12' }, 'invalid-content', '#/custom/seats'],
    [{ renewal: '2026-02-30' }, 'invalid-content', '#/custom/renewal'],
    [{ pilot: 'yes' }, 'invalid-content', '#/custom/pilot'],
    [{ contract: '   ' }, 'malformed', '#/custom/contract'],
    [{ contract: 12 }, 'invalid-content', '#/custom/contract'],
    [{ colour: 'red' }, 'unknown-field', '#/custom/colour'],
    [{ constructor: 'x' }, 'unknown-field', '#/custom/constructor'],
  ])('is refused as %j: %s at %s', (custom, type, pointer) => {
    const story = acknowledged(new Story({ policy: { fields: FIELDS } }));
    expect(story.tries('olu', 'amend', { custom })).toMatchObject({ type, status: 422, errors: [{ pointer }] });
  });

  it('takes what is of its kind', () => {
    const values = { region: 'EMEA', contract: 'C-1', seats: 0, renewal: '2028-02-29', pilot: true };
    expect(() => checkCustom(FIELDS, values)).not.toThrow();
    expect(() => checkCustom([], { region: 'EMEA' })).toThrow(Rejected);
  });
});
