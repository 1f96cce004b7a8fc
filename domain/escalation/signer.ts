import type { Draft } from './draft';
import { wordTo } from './notices';
import { stageOf } from './stage';

/**
 * The manager who acknowledged stays answerable, and is told before closure where another owns
 * (docs/process.md "Word to the customer").
 */
export function informSigner(draft: Draft): void {
  const { state } = draft;
  if (stageOf(state) !== 'closure' || !state.signerId || state.signerId === state.ownerId) return;
  const owner = state.ownerId ? state.people[state.ownerId]?.name : undefined;
  const text = `${state.ref} is about to be closed by ${owner ?? 'its owner'}: you acknowledged it.`;
  draft.emit('signer.informed', { notices: [wordTo(state.signerId, 'inbox', 'closure-near', state, text)] });
}
