import type { Told } from '../../told';
import type { Escalation } from '../state';
import { termsOf } from '../terms';
import type { Hold } from './ask';

/**
 * What holds words to the customer back: where legal action is threatened and the policy says so, somebody sees a mail
 * before it goes out. What was said on the phone or in a meeting is a record of what happened; holding it back would
 * not unsay it.
 * @param of the step or command that says it
 */
export function holdOfMessage(state: Escalation, of: string, told: Told | undefined): Hold | null {
  if (!told || told.message.channel !== 'mail') return null;
  if (state.complaint.threatensLegal !== true || termsOf(state).messageApproval === null) return null;
  const { subject = null, body: text } = told.message;
  return {
    subject: { kind: 'message', of, subject, text },
    because: 'legal action is threatened: somebody sees it before it goes out',
    reason: null,
  };
}
