import type { EscalationView } from '../../../api/views/escalation.schema';
import { isUsable } from '../words/approval-words';
import type { ActionName } from './action';
import { customGroup } from './custom-fields';
import type { FieldSchema } from './field-schema';

/** The parts of the form that resolves at once, and the step that each of them is. */
const PARTS: Readonly<Record<string, string>> = {
  intake: 'intake',
  investigation: 'investigation',
  solution: 'solution',
  customerUpdate: 'customer-update',
};

/** The schema of an action as it is asked for in this escalation: what is done is not asked for again. */
export function schemaHere(schema: FieldSchema, { name }: ActionName, escalation: EscalationView): FieldSchema {
  if (name === 'resolve-at-once') return remainingParts(schema, escalation);
  if (name === 'solution') return withApprovals(schema, escalation);
  if (name === 'amend') return withCustomFields(schema, escalation);
  return schema;
}

/** The parts that are not done yet, each of which must be filled in. */
function remainingParts(schema: FieldSchema, escalation: EscalationView): FieldSchema {
  const isOpen = (part: string) =>
    escalation.steps.some(({ name, state }) => name === PARTS[part] && state !== 'done' && state !== 'skipped');
  const parts = Object.entries(schema.properties ?? {}).filter(([part]) => isOpen(part));
  const here = parts.map(([part, field]): [string, FieldSchema] => [
    part,
    { ...(part === 'solution' ? withApprovals(field, escalation) : field), description: undefined },
  ]);
  return { ...schema, properties: Object.fromEntries(here), required: parts.map(([part]) => part) };
}

/** Asks which approval allows it, where there is one that was not used yet. */
function withApprovals(schema: FieldSchema, { approvals }: EscalationView): FieldSchema {
  const approvalId = schema.properties?.approvalId;
  if (!approvalId || !approvals.some(isUsable)) return schema;
  const asked: FieldSchema = {
    ...approvalId,
    ...{ input: 'approval', pick: 'approved', title: 'Allowed by' },
    description: 'An approval holds for this remedy and this amount only',
  };
  return { ...schema, properties: { ...schema.properties, approvalId: asked } };
}

/** The fields that the escalation's own policy wants to know, each asked for in its kind. */
function withCustomFields(schema: FieldSchema, { customFields }: EscalationView): FieldSchema {
  const { custom, ...rest } = schema.properties ?? {};
  if (!custom || customFields.length === 0) return { ...schema, properties: rest };
  return { ...schema, properties: { ...rest, custom: customGroup(custom.title, customFields) } };
}
