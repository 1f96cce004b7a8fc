import type { Escalation } from '../../../domain/escalation/state';
import type { Person } from '../../../domain/people';
import { Problem } from '../problems/problem';

/** What a template may name, each written as `{{contact}}`. */
const PLACEHOLDERS = ['contact', 'account', 'owner', 'signer', 'title', 'ref'] as const;

type Placeholder = (typeof PLACEHOLDERS)[number];

const WRITTEN = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** A mail to many, written once. */
export interface Template {
  subject: string;
  body: string;
}

/**
 * Refuses a template that names nobody, or names what it cannot: each customer is to be spoken to by name.
 * @throws Problem template-wrong
 */
export function checkTemplate({ subject, body }: Template): void {
  const errors = [...unknownIn(subject, '#/subject'), ...unknownIn(body, '#/body')];
  if (!named(body).some((name) => name === 'contact' || name === 'account')) {
    errors.push({ pointer: '#/body', detail: 'names nobody: it needs {{contact}} or {{account}}' });
  }
  if (errors.length === 0) return;
  throw new Problem('template-wrong', `${errors[0]?.pointer ?? ''} ${errors[0]?.detail ?? ''}.`, { errors });
}

/** The template as this escalation's customer reads it. */
export function rendered(
  { subject, body }: Template,
  { ref, complaint }: Escalation,
  { signer, owner }: { signer: Person; owner: Person | null },
): Template {
  const account = complaint.account.name;
  const values: Record<Placeholder, string> = {
    ...{ account, ref, contact: complaint.contact?.name ?? account },
    ...{ signer: signer.name, title: signer.title, owner: owner?.name ?? '' },
  };
  const fill = (text: string) => text.replace(WRITTEN, (_whole, name: Placeholder) => values[name]);
  return { subject: fill(subject).replace(/[\r\n]+/g, ' '), body: fill(body) };
}

function named(text: string): string[] {
  return [...text.matchAll(WRITTEN)].map(([, name = '']) => name);
}

function unknownIn(text: string, pointer: string): { pointer: string; detail: string }[] {
  const unknown = named(text).filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
  const known = PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ');
  return [...new Set(unknown)].map((name) => ({ pointer, detail: `knows no {{${name}}}, only ${known}` }));
}
