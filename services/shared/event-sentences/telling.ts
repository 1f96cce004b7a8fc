import type { EventOf, EventType } from '../../../domain/escalation/events';
import { findStep } from '../../../domain/steps/plan';

/** What a sentence needs to know beside its event. */
export interface Telling {
  /** The person's name, or their id where nobody knows it. */
  nameOf: (personId: string) => string;
}

/** Tells one type of event in one plain sentence. */
export type Teller<T extends EventType> = (event: EventOf<T>, telling: Telling) => string;

/** Who did it; the system has no name. */
export function who(event: { actor: { name: string } | null }): string {
  return event.actor?.name ?? 'Upstairs';
}

/** A moment as `2026-11-22 09:00 UTC`. */
export function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Names as a list in a sentence. */
export function names(ids: readonly string[], { nameOf }: Telling): string {
  const all = ids.map(nameOf);
  if (all.length < 2) return all[0] ?? 'nobody';
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** The first line of a longer text, cut to fit a line. */
export function excerpt(text: string, max = 120): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}

/** A clock's id as people call it. */
export function clockName(clockId: string): string {
  const [kind, id] = clockId.split(':', 2);
  return id ? `${kind} ${id}` : plain(clockId);
}

/** The name of a step or of a command as people write it: `customer update`. */
export function plain(name: string): string {
  return findStep(name)?.title.toLowerCase() ?? name.replaceAll('-', ' ');
}

/** A sentence that begins with what is named in it. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A reason at the end of a sentence, where one was given. */
export function because(reason: string | null): string {
  return reason ? `: ${excerpt(reason)}` : '';
}
