import { z } from 'zod';
import { commandSchemas } from '../../domain/commands/schemas';
import { raiseSchema } from '../../domain/intake.schema';
import { stepSchemas } from '../../domain/steps/schemas';
import { bodyOf, changesOf } from '../../services/console/src/forms/body-of';
import { checkBody } from '../../services/console/src/forms/check-body';
import { valueAt, withValueAt, type FieldSchema } from '../../services/console/src/forms/field-schema';
import { fieldWords } from '../../services/console/src/forms/field-words';
import { presets } from '../../services/console/src/forms/first-value';
import { minorUnits, typedAmount } from '../../services/console/src/forms/money-amount';
import { candidates } from '../../services/console/src/forms/people-choice';
import { raiseFields } from '../../services/console/src/pages/raise/raise-fields';

const shape = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema;
const customerUpdate = shape(stepSchemas['customer-update']);
const intake = shape(stepSchemas.intake);
const amend = shape(commandSchemas.amend);

const promise = { text: 'A credit note', dueAt: '2026-11-24T11:00:00.000Z', responsibleId: 'owner-anneke' };
const account = {
  ...{ understood: 'You were charged twice.', willDo: 'We pay it back.', commitments: [promise] },
  message: { channel: 'mail', subject: 'What happened', body: 'Dear Rosa', occurredAt: '' },
};

describe('the body that a form becomes', () => {
  it('leaves out what is not filled in, and is taken by the schema of the domain', () => {
    const body = bodyOf(customerUpdate, account);
    expect(body.message).toEqual({ channel: 'mail', subject: 'What happened', body: 'Dear Rosa' });
    expect(stepSchemas['customer-update'].safeParse(body).success).toBe(true);
  });

  it('gives a call no subject and a mail no moment', () => {
    const spoken = { channel: 'phone', subject: 'left over', body: 'We talked.', occurredAt: promise.dueAt };
    expect(bodyOf(customerUpdate, { ...account, message: spoken }).message).toEqual({
      ...{ channel: 'phone', body: 'We talked.', occurredAt: promise.dueAt },
    });
  });

  it('of a correction holds only what is other than before, each part of the contact for itself', () => {
    const base = { ...presets(amend), summary: 'Twice', severity: 'billing', contact: { name: 'Rosa', email: '' } };
    const value = { ...base, severity: 'data', contact: { name: 'Rosa', email: 'rosa@example.com' } };
    expect(changesOf(amend, value, base)).toEqual({ severity: 'data', contact: { email: 'rosa@example.com' } });
    expect(changesOf(amend, base, base)).toEqual({});
  });

  it('sends a text empty that was emptied', () => {
    expect(changesOf(amend, { narrative: '' }, { narrative: 'It was so.' })).toEqual({ narrative: '' });
  });
});

describe('what the page tells before anything is sent', () => {
  const wrong = (schema: FieldSchema, body: unknown) => checkBody(schema, body).map(({ pointer }) => pointer);

  it('finds nothing wrong with what the domain takes', () => {
    expect(checkBody(customerUpdate, bodyOf(customerUpdate, account))).toEqual([]);
  });

  it('points at each field that an empty form lacks', () => {
    expect(wrong(intake, {})).toEqual(['#/ownerId', '#/acknowledgment/body', '#/acknowledgment/subject']);
  });

  it('asks of each promise its words, its date and its person', () => {
    const body = bodyOf(customerUpdate, {
      ...account,
      commitments: [promise, { text: '', dueAt: '', responsibleId: '' }],
    });
    const pointers = ['text', 'dueAt', 'responsibleId'].map((field) => `#/commitments/1/${field}`);
    expect(wrong(customerUpdate, body)).toEqual(pointers);
    expect(fieldWords(customerUpdate, '#/commitments/1/dueAt')).toBe('Commitments 2: By when');
  });

  it('says how much too long a text is, and what is no text at all', () => {
    const detailOf = (summary: string) => checkBody(amend, { summary })[0]?.detail;
    expect(detailOf('x'.repeat(302))).toBe('2 characters too long: 300 at most');
    expect(detailOf('  ')).toBe('fill this in');
    expect(detailOf('one\ntwo')).toBe('one line only');
  });

  it('refuses an amount that is none, and keeps what was typed', () => {
    const arr = { amount: 'lots', currency: 'USD' };
    expect(checkBody(amend, bodyOf(amend, { arr }))).toEqual([
      { pointer: '#/arr/amount', detail: 'this is no number' },
    ]);
  });
});

describe('the form of raising', () => {
  /** What a field lets in, whatever it is called and however it is asked for. */
  const rules = (schema: FieldSchema): unknown => {
    const { type, enum: words, maxLength, minLength, minimum, maximum, required, properties } = schema;
    const inner = Object.entries(properties ?? {}).map(([name, field]): [string, unknown] => [name, rules(field)]);
    const parts = Object.fromEntries(inner.sort(([a], [b]) => a.localeCompare(b)));
    return { type, words, maxLength, minLength, minimum, maximum, required: [...(required ?? [])].sort(), parts };
  };

  it('has the fields and the limits of the API, without what only an import says or a policy asks for', () => {
    const { imported: _imported, custom: _custom, ...properties } = shape(raiseSchema).properties ?? {};
    expect(rules(raiseFields)).toEqual(rules({ ...shape(raiseSchema), properties }));
  });

  it('becomes a body that the API takes', () => {
    const blank = presets(raiseFields);
    const value = withValueAt(
      { ...blank, summary: 'Charged twice', door: 'form' },
      ['account', 'name'],
      'Kestrel Freight',
    );
    const body = bodyOf(raiseFields, value);
    expect(checkBody(raiseFields, body)).toEqual([]);
    expect(raiseSchema.parse(body)).toMatchObject({ account: { name: 'Kestrel Freight' }, severity: 'other' });
  });
});

describe('a value with something else at a path', () => {
  it('keeps the rest, also inside a list', () => {
    const changed = withValueAt(account, ['commitments', '0', 'text'], 'A refund');
    expect(valueAt(changed, ['commitments', '0'])).toEqual({ ...promise, text: 'A refund' });
    expect(valueAt(changed, ['message'])).toBe(account.message);
    expect(Array.isArray(changed.commitments)).toBe(true);
  });
});

describe('money as people type it', () => {
  it.each([
    ['1,250.50', 'USD', 125_050],
    ['1250', 'USD', 125_000],
    ['480', 'JPY', 480],
    ['1.234', 'USD', null],
    ['12 €', 'EUR', null],
  ])('%s %s', (typed, currency, units) => expect(minorUnits(typed, currency)).toBe(units));

  it('comes back as it was', () => expect(typedAmount(125_050, 'USD')).toBe('1250.50'));
});

describe('people who may be named', () => {
  const person = (id: string, name: string, roles: string[], available = true) => ({
    ...{ id, name, title: 'Support Engineer', email: `${id}@example.com`, function: 'support', managerId: null },
    ...{ zone: 'UTC', available, roles: roles as ['owner'] },
    ...{ absences: [], awayUntil: null, delegate: null, leftAt: null },
  });
  const people = [
    person('a', 'Zoë Ångström', ['owner']),
    person('b', 'Adam', ['agent']),
    person('c', 'Bea', ['owner'], false),
  ];

  it('come first, the others with the reason why not', () => {
    expect(candidates(people, '', ['owner']).map(({ person: { id }, refusal }) => [id, refusal])).toEqual([
      ['a', null],
      ['b', 'their role does not allow it'],
      ['c', 'away'],
    ]);
  });

  it('are found without their accents, and by the title', () => {
    expect(candidates(people, 'zoe angst').map(({ person: { id } }) => id)).toEqual(['a']);
    expect(candidates(people, 'engineer')).toHaveLength(3);
  });
});
