import { factWords } from '../words/fact-words';

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: { mail: 'Mail', phone: 'Phone call', meeting: 'Meeting', social: 'Social message' },
  direction: { 'to-customer': 'We spoke to the customer', 'from-customer': 'The customer spoke to us' },
  decision: { approved: 'Approve', refused: 'Refuse' },
  kind: {
    related: 'They have to do with each other',
    'same-cause': 'They have the same cause',
    duplicate: 'This one repeats the other',
    follows: 'This one follows the other',
  },
  facing: { inside: 'Into the company', customer: 'To the customer', both: 'Both ways' },
  door: { form: 'A form', csm: 'Their CSM', 'internal-tool': 'An internal tool' },
};

/** A choice as a person reads it: `Billing credit`, `Phone call`. */
export function optionWords(field: string, value: string): string {
  const text = words[field]?.[value] ?? factWords(value);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
