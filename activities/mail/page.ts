import type { Person } from '../../domain/people';
import type { EscalationBrief } from '../ports';
import { clockTitle, distance, moment, oneLine } from './wording';

/** Where an escalation is worked on. `publicUrl` is the address under which people reach Upstairs. */
export function escalationLink(publicUrl: string, { ref }: EscalationBrief): string {
  return `${publicUrl.replace(/\/+$/, '')}/escalations/${encodeURIComponent(ref)}`;
}

/** A subject that carries the escalation's ref, by which mail programs and people file it. */
export function subjectWithRef({ ref }: EscalationBrief, subject: string): string {
  const line = oneLine(subject, 250);
  return line.includes(`[${ref}]`) ? line : `[${ref}] ${line}`;
}

/** One row of a mail's table of facts; its text may hold several lines. */
export type Fact = readonly [label: string, text: string];

/** Facts set in two columns, so that an eye finds what it looks for. */
export function table(facts: readonly Fact[]): string {
  const width = Math.max(...facts.map(([label]) => label.length)) + 2;
  const indent = ' '.repeat(width);
  return facts.map(([label, text]) => `${`${label}:`.padEnd(width)}${text.replace(/\n/g, `\n${indent}`)}`).join('\n');
}

/** What it is about, whose complaint it is, who owns it and what is due, in the reader's own time. */
export function standingFacts(brief: EscalationBrief, reader: Person): Fact[] {
  const { account, owner } = brief;
  const customer = [account.name, account.tier ?? 'tier unknown', brief.level].map((part) => oneLine(part, 120));
  const due = (brief.due ?? []).map(
    ({ clockId, dueAt }) =>
      `${clockTitle(clockId)}: ${moment(dueAt, reader.zone.name)} (${distance(dueAt, brief.now)})`,
  );
  return [
    ['What', oneLine(brief.summary, 300)],
    ['Customer', customer.join(', ')],
    ['Owner', owner ? personLine(owner, reader) : 'nobody yet'],
    ...(due.length > 0 ? [['Due', due.join('\n')] as const] : []),
  ];
}

/** Somebody's name and title, or "you". */
function personLine(person: { id: string; name: string; title: string }, reader: Person): string {
  return person.id === reader.id ? 'you' : oneLine(`${person.name}, ${person.title}`);
}

/** The person at the customer, as far as known. */
export function contactLine({ contact, account }: EscalationBrief): string {
  const parts = [contact?.name, contact?.email].filter(Boolean);
  return oneLine(parts.length > 0 ? parts.join(', ') : account.name);
}

/** A text as mail quotes it. */
export function quoted(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
