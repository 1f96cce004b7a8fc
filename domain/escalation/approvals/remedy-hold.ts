import type { Money } from '../../money';
import { conflict } from '../../rejection';
import type { Escalation } from '../state';
import type { Hold } from './ask';
import type { Holder } from './authority';
import { beyondAuthority } from './authority';
import { allowanceFor, undecidedAbout } from './remedies';

/** A remedy as a body proposes it. */
export interface ProposedRemedy {
  kind: string;
  description: string;
  credit?: Money | undefined;
}

/**
 * What somebody must allow before this remedy is done: nothing where it is within their own authority, or was allowed.
 * @throws Rejected where the very same is being decided on.
 */
export function remedyHold(state: Escalation, by: Holder, { kind, description, credit }: ProposedRemedy): Hold | null {
  const remedy = { solution: kind, amount: credit ?? null };
  const beyond = beyondAuthority(state, by, remedy);
  if (beyond === null || allowanceFor(state, remedy)) return null;
  const undecided = undecidedAbout(state, remedy);
  if (undecided) conflict('remedy-undecided', `${undecided.id} asks for it already, and is not decided yet.`);
  return { subject: { kind: 'remedy', ...remedy, description }, because: beyond, reason: null };
}
