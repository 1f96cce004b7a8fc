import type { ActionName } from './action';
import type { Path } from './field-schema';

/** A refusal that a person may override, knowing what follows. */
export interface Insistence {
  /** The field by which they say so. */
  path: Path;
  why: string;
  /** What they put their name to. */
  button: string;
}

const RECORDED = 'That I chose so stands on the timeline.';

const insistences: Readonly<Record<string, Insistence>> = {
  'acknowledgment-impersonal': {
    path: ['sendAllTheSame'],
    why: 'This acknowledgment sounds like a ticket notice, or nobody in it takes responsibility. A customer who was let down hears that at once. Better write it as one person to another.',
    button: `Send it all the same. ${RECORDED}`,
  },
  'promise-before-tasks': {
    path: ['sendAllTheSame'],
    why: 'You promise a date before the work is due that it depends on. Better choose a later date, or have the work done earlier.',
    button: `Promise it all the same. ${RECORDED}`,
  },
  'would-breach': {
    path: ['breachAllTheSame'],
    why: 'Clocks would run out the moment you do this, and the chain would go up at once:',
    button: `Let them run out. ${RECORDED}`,
  },
};

/** Where the form that resolves at once has what its parts say by themselves. */
const PART_OF: Readonly<Record<string, string>> = {
  'acknowledgment-impersonal': 'intake',
  'promise-before-tasks': 'customerUpdate',
};

/** How somebody insists against this refusal; null where nobody may. */
export function insistenceOn(slug: string, { name }: ActionName): Insistence | null {
  const insistence = insistences[slug];
  if (!insistence) return null;
  const part = name === 'resolve-at-once' ? PART_OF[slug] : undefined;
  return part ? { ...insistence, path: [part, ...insistence.path] } : insistence;
}

/** Every kind of refusal that can be overridden. */
export const INSISTABLE: readonly string[] = Object.keys(insistences);

/** Fields that are not asked for like others, but only once they matter. */
export const INSISTING: readonly string[] = ['sendAllTheSame', 'breachAllTheSame'];
