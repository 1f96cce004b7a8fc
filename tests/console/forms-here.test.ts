import { z } from 'zod';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import { commandSchemas } from '../../domain/commands/schemas';
import { stepSchemas } from '../../domain/steps/schemas';
import { bodyOf, changesOf } from '../../services/console/src/forms/body-of';
import { checkBody } from '../../services/console/src/forms/check-body';
import type { FieldSchema } from '../../services/console/src/forms/field-schema';
import { firstValue } from '../../services/console/src/forms/first-value';
import { formDraftKey } from '../../services/console/src/forms/form-draft-key';
import { insistenceOn } from '../../services/console/src/forms/insistence';
import { detailWords, refusalWords } from '../../services/console/src/forms/refusal-words';
import { requiredHere } from '../../services/console/src/forms/required-here';
import { schemaHere } from '../../services/console/src/forms/schema-here';

const shape = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as FieldSchema;
const person = { id: 'anneke', name: 'Anneke Voss', title: 'Engineer' };

const calm = {
  ...{ id: 'e1', severity: 'billing', scope: 'one-customer', origin: 'internal', status: 'open', contact: null },
  ...{ account: { csmId: null }, steps: [], clocks: [], commitments: [], approvals: [], tasks: [] },
  ...{ custom: {}, customFields: [] },
};
const escalation = (more: object) => ({ ...calm, ...more }) as unknown as EscalationView;
const around = (one: EscalationView) => ({
  ...{ escalation: one, me: person, nameOf: () => undefined, inWords: (iso: string) => iso },
});
const approved = {
  ...{ id: 'a1', state: 'approved', usedAt: null },
  subject: {
    kind: 'remedy',
    solution: 'billing-credit',
    description: 'A month',
    amount: { amount: 5, currency: 'USD' },
  },
};

describe('the form that resolves at once', () => {
  const action = { kind: 'command', name: 'resolve-at-once' } as const;
  const one = escalation({
    steps: ['intake', 'investigation', 'solution', 'customer-update', 'closure'].map((name) => ({
      ...{ name, state: name === 'intake' ? 'done' : 'active' },
    })),
    ...{ severity: 'data', scope: null },
  });
  const here = schemaHere(shape(commandSchemas['resolve-at-once']), action, one);

  it('asks for what is not done, each part with all that it must carry', () => {
    expect(Object.keys(here.properties ?? {})).toEqual(['investigation', 'solution', 'customerUpdate']);
    const body = bodyOf(here, firstValue(here, action, around(one)));
    const missing = checkBody(here, body).map(({ pointer }) => pointer);
    expect(missing).toEqual(expect.arrayContaining(['#/investigation/findings', '#/solution/kind']));
    expect(missing).toContain('#/customerUpdate/commitments/0/dueAt');
    expect([...requiredHere(action, one, {})]).toEqual(['#/investigation/technicalConsulted', '#/investigation/scope']);
  });

  it('takes an explicit yes where the part has it', () => {
    expect(insistenceOn('promise-before-tasks', action)?.path).toEqual(['customerUpdate', 'sendAllTheSame']);
    expect(insistenceOn('acknowledgment-impersonal', { kind: 'step', name: 'intake' })?.path).toEqual([
      'sendAllTheSame',
    ]);
    expect(insistenceOn('not-allowed', action)).toBeNull();
  });
});

describe('a remedy that was allowed', () => {
  const action = { kind: 'step', name: 'solution' } as const;

  it('is decided on as it was allowed, by the approval that allows it', () => {
    const one = escalation({ approvals: [approved] });
    const schema = schemaHere(shape(stepSchemas.solution), action, one);
    expect(schema.properties?.approvalId).toMatchObject({ input: 'approval', pick: 'approved' });
    expect(bodyOf(schema, firstValue(schema, action, around(one)))).toEqual({
      ...{ kind: 'billing-credit', description: 'A month', approvalId: 'a1' },
      credit: { amount: 5, currency: 'USD' },
    });
  });

  it('is not asked for where nothing was allowed, or it was done already', () => {
    for (const approvals of [[], [{ ...approved, usedAt: '2026-11-22T10:00:00Z' }], [{ ...approved, state: 'open' }]]) {
      const schema = schemaHere(shape(stepSchemas.solution), action, escalation({ approvals }));
      expect(schema.properties?.approvalId?.input).toBe('hidden');
    }
  });
});

describe('a task that is changed', () => {
  const action = { kind: 'command', name: 'change-task' } as const;
  const schema = shape(commandSchemas['change-task']);
  const first = firstValue(
    schema,
    action,
    around(escalation({ tasks: [{ id: 't1', state: 'open', person, blockedBy: [] }] })),
  );

  it('comes after what it came after, unless somebody says otherwise', () => {
    expect(bodyOf(schema, { ...first, reason: 'Later' })).toEqual({ taskId: 't1', reason: 'Later' });
    expect(bodyOf(schema, { ...first, after: [] })).toMatchObject({ after: [] });
  });
});

describe("the policy's own fields", () => {
  it('are asked for in their kind, and corrected one by one', () => {
    const fields = [
      { name: 'region', title: 'Region', kind: 'choice', choices: ['EMEA', 'APAC'], requiredFor: [] },
      { name: 'seats', title: 'Seats', kind: 'number', choices: [], requiredFor: [] },
    ];
    const one = escalation({ customFields: fields, custom: { region: 'EMEA' } });
    const action = { kind: 'command', name: 'amend' } as const;
    const schema = schemaHere(shape(commandSchemas.amend), action, one);
    const base = firstValue(schema, action, around(one));
    const custom = { ...(base.custom as object), seats: 40 };
    expect(changesOf(schema, { ...base, custom }, base)).toEqual({ custom: { seats: 40 } });
    expect(checkBody(schema, { custom: { region: 'MARS' } })).toMatchObject([{ pointer: '#/custom/region' }]);
    expect(schemaHere(shape(commandSchemas.amend), action, escalation({})).properties?.custom).toBeUndefined();
  });
});

describe('a refusal in words', () => {
  it('says what people need, and nothing of the fields that programs write', () => {
    expect(refusalWords('Time would run out at once. Say "breachAllTheSame": true where it is meant so.')).toBe(
      'Time would run out at once.',
    );
    expect(
      refusalWords('It is promised before its tasks; to promise it all the same say "sendAllTheSame": true.'),
    ).toBe('It is promised before its tasks.');
  });

  it('names a clock by what it watches, and its moments as the reader has them', () => {
    const watched = { commitments: [{ id: 'c1', text: 'The credit note' }] };
    const detail = 'commitment:c1: due 2026-11-24T10:00:00.000Z, would have been due 2026-11-22T10:00:00.000Z';
    expect(detailWords(detail, watched, (iso) => iso.slice(0, 10))).toBe(
      'Promise: The credit note: due 2026-11-24, would have been due 2026-11-22',
    );
  });
});

it('what is typed about one decision is not found in the form of another', () => {
  const action = { kind: 'command', name: 'decide-approval' } as const;
  const keyOf = (prefill: object) => formDraftKey('ines', escalation({}), action, prefill as never);
  expect(keyOf({ approvalId: 'a1' })).not.toBe(keyOf({ approvalId: 'a2' }));
  expect(keyOf({ approvalId: 'a1', decision: 'refused' })).toBe(keyOf({ approvalId: 'a1' }));
});
