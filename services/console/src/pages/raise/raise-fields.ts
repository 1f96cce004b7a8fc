import { DOORS, ORIGINS, SCOPES, SEVERITIES, TIERS } from '../../../../../domain/intake';
import { customGroup, type AskedField } from '../../forms/custom-fields';
import type { FieldSchema } from '../../forms/field-schema';

const line = (maxLength: number, title: string, description?: string): FieldSchema => ({
  ...{ type: 'string', minLength: 1, maxLength, title, description },
  allOf: [
    { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' },
    { pattern: '\\S' },
    { pattern: '^[^\\r\\n]*$' },
  ],
});

const account: FieldSchema = {
  type: 'object',
  title: 'Customer',
  required: ['name'],
  properties: {
    name: line(300, 'Customer', 'The company. A name that is not known yet becomes a new account'),
    tier: {
      type: 'string',
      enum: TIERS,
      title: 'Tier',
      description: 'Unknown counts as enterprise until somebody sets it',
    },
    arr: {
      ...{ type: 'object', input: 'money', title: 'Revenue a year', required: ['amount', 'currency'] },
      properties: {
        amount: { type: 'integer', minimum: 0, maximum: 1_000_000_000_000_000, title: 'Amount' },
        currency: { type: 'string', pattern: '^[A-Z]{3}$', title: 'Currency' },
      },
    },
    customerSince: {
      ...{ type: 'string', format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$', title: 'Customer since' },
      description: 'A first escalation after three years weighs more',
    },
    csmId: {
      ...{ type: 'string', minLength: 1, maxLength: 100 },
      input: 'person',
      eligible: ['csm'],
      title: 'CSM',
      description: 'Does the check-in after closure',
    },
  },
};

const contact: FieldSchema = {
  type: 'object',
  title: 'Who complained',
  properties: {
    name: line(200, 'Name', 'The person, not the company'),
    email: {
      ...{
        type: 'string',
        format: 'email',
        maxLength: 254,
        pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
        title: 'Mail address',
      },
      description: 'Needed before the first message by mail',
    },
  },
};

/** The form of raising: the body of `POST /v1/escalations` in the words of whoever fills it in. */
export const raiseFields: FieldSchema = {
  type: 'object',
  required: ['account', 'summary', 'door'],
  properties: {
    account,
    summary: line(300, 'In one sentence', 'What the customer is upset about, as they would say it'),
    narrative: {
      ...{ type: 'string', maxLength: 100_000, input: 'long-text', title: 'What happened' },
      description: 'Their own words where you have them: paste the mail or the post',
      allOf: [{ pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' }],
    },
    severity: { type: 'string', enum: SEVERITIES, default: 'other', title: 'What it is about' },
    door: { type: 'string', enum: DOORS, title: 'How it reached us' },
    contact,
    public: { type: 'boolean', default: false, title: 'It is public', description: 'A post that others can read' },
    threatensPublic: { type: 'boolean', default: false, title: 'They threaten to go public' },
    threatensLegal: {
      ...{ type: 'boolean', default: false, title: 'They threaten legal action' },
      description: 'What is told to them may have to be seen by Legal first',
    },
    receivedAt: {
      ...{ type: 'string', format: 'date-time', input: 'moment', title: 'When it reached us' },
      description: 'May be earlier: the two hours to the acknowledgment run from it. Empty: now',
    },
    externalRef: line(
      300,
      'Reference elsewhere',
      'Such as zendesk:48213. The same one again leads to the same escalation',
    ),
    scope: { type: 'string', enum: SCOPES, title: 'Scope' },
    origin: { type: 'string', enum: ORIGINS, title: 'Origin' },
  },
};

/** The same with what the policy of today asks for besides. */
export function raiseFieldsWith(fields: readonly AskedField[]): FieldSchema {
  if (fields.length === 0) return raiseFields;
  return { ...raiseFields, properties: { ...raiseFields.properties, custom: customGroup(undefined, fields) } };
}
