import { cancelApprovals } from '../../escalation/approvals/ask';
import { cancelClock } from '../../escalation/clocks';
import type { Draft } from '../../escalation/draft';
import { endOffer } from '../../escalation/hand-over/end-offer';
import { wordTo } from '../../escalation/notices';
import { resume } from '../../escalation/pause/rest';
import { askPeer } from '../../escalation/together/ask-peer';
import type { Notice } from '../../notice';
import { MANAGER_UPWARDS } from '../../people';
import type { CommandDefinition } from '../command';
import type { WithdrawBody } from './withdraw.schema';

/** The customer took it back, or it never was an escalation: everything that ran is cancelled, and the raiser is told. */
export const withdraw: CommandDefinition<WithdrawBody> = {
  name: 'withdraw',
  title: 'Withdraw',
  help: 'The customer took it back, or it never was an escalation. Whoever raised it is told, and may raise it again.',
  by: MANAGER_UPWARDS,
  byRules1: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body }) {
    endOffer(draft, 'overtaken', 'it was withdrawn');
    cancelApprovals(draft, 'it was withdrawn');
    for (const { id } of draft.state.clocks) cancelClock(draft, id, 'withdrawn');
    resume(draft, 'withdrawn', null);
    letGo(draft, body.reason);
    draft.emit('escalation.withdrawn', { reason: body.reason, notices: raiserTold(draft, body.reason) });
  },
};

/** Those under it would wait for what nobody does any more. */
function letGo(draft: Draft, reason: string): void {
  const because = `${draft.state.ref} was withdrawn: ${reason}`;
  for (const child of draft.state.children) {
    draft.emit('umbrella.released', { child, because });
    askPeer(draft, child, 'lose-umbrella', { because });
  }
}

/** What was imported disturbs nobody: its raiser finds it in their inbox. */
function raiserTold({ state, actor }: Draft, reason: string): Notice[] {
  const { raisedBy, ref, quiet, rules } = state;
  if (rules < 2 || raisedBy.id === actor?.id) return [];
  const text = `${ref}, which you raised, was withdrawn: ${reason}`;
  return [wordTo(raisedBy.id, quiet ? 'inbox' : 'mail', 'withdrawn', state, text)];
}
