import type { ActionName, FormSurroundings } from './action';
import type { FieldSchema, FormValue } from './field-schema';

/** What a form holds when it is opened: what the schema presets, and what is known already. */
export function firstValue(schema: FieldSchema, action: ActionName, surroundings: FormSurroundings): FormValue {
  return { ...presets(schema), ...known(action.name, surroundings) };
}

/** What a schema itself presets, of every part that is filled in anyway. */
export function presets(schema: FieldSchema): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]): [string, unknown] => {
    if (field.default !== undefined) return [name, field.default];
    if (field.type === 'object') return [name, presets(field)];
    return [name, field.type === 'array' ? [] : ''];
  });
  return Object.fromEntries(fields);
}

function known(action: string, { escalation, me }: FormSurroundings): Record<string, unknown> {
  // Without an address no mail goes out: the form begins with what is possible.
  const channel = escalation.contact?.email ? 'mail' : 'phone';
  const message = { channel, subject: '', body: '', occurredAt: '' };
  switch (action) {
    case 'intake':
      return { acknowledgment: message };
    case 'investigation':
      return {
        csmConsulted: { personId: escalation.account.csmId ?? '', note: '' },
        ...{ scope: escalation.scope ?? '', origin: escalation.origin ?? '' },
      };
    case 'customer-update':
      return { message, commitments: [{ text: '', dueAt: '', responsibleId: me.id }] };
    case 'closure':
    case 'interim-update':
      return { message };
    case 'record-contact':
      return { channel: 'phone', direction: 'to-customer' };
    case 'keep-commitment':
      return { commitmentId: onlyOpenPromise(escalation) };
    case 'amend':
      return facts(escalation);
    default:
      return {};
  }
}

function onlyOpenPromise({ commitments }: FormSurroundings['escalation']): string {
  const owed = commitments.filter(({ state }) => state === 'open' || state === 'broken');
  return owed.length === 1 ? (owed[0]?.id ?? '') : '';
}

/** The facts as they stand, to be corrected. */
function facts(escalation: FormSurroundings['escalation']): Record<string, unknown> {
  const { summary, narrative, severity, scope, origin, threatensPublic, contact, account, rootCause } = escalation;
  return {
    ...{ summary, narrative, severity, threatensPublic, public: escalation.public },
    ...{ scope: scope ?? '', origin: origin ?? '', rootCause: rootCause ?? '' },
    contact: { name: contact?.name ?? '', email: contact?.email ?? '' },
    ...{ tier: account.tier ?? '', customerSince: account.customerSince ?? '', csmId: account.csmId ?? '' },
    arr: account.arr ?? { amount: '', currency: '' },
  };
}
