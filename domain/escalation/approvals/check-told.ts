import { Rejected } from '../../rejection';
import type { Told } from '../../told';
import type { Escalation } from '../state';
import { namesAmount } from './amount-named';
import type { RemedyApproval } from './remedies';
import { notAllowed, remedyInDoubt } from './remedies';

/**
 * Refuses to tell the customer of a remedy that nobody has allowed: a promise of it, or its amount in any words. The
 * same message without it may go out, so the account to the customer is not held back.
 */
export function checkTold(state: Escalation, told: Told): void {
  const doubtful = remedyInDoubt(state);
  const promised = Object.entries(told.promises ?? {}).find(([, { remedy }]) => remedy === true);
  if (doubtful && promised) refuse(doubtful, `${promised[0]}/remedy`, 'promises a remedy that is not allowed');
  for (const approval of notAllowed(state)) {
    const { amount } = approval.subject;
    const found = amount && wordsOf(told).find(([, words]) => namesAmount(words, amount));
    if (found) refuse(approval, found[0], 'names its amount');
  }
}

function wordsOf({ message, pointer, words = {}, promises = {} }: Told): [string, string][] {
  return [
    ...Object.entries(words),
    ...Object.entries(promises).map(([at, { text }]): [string, string] => [`${at}/text`, text]),
    [`${pointer}/subject`, message.subject ?? ''],
    [`${pointer}/body`, message.body],
  ];
}

function refuse({ id, state }: RemedyApproval, pointer: string, detail: string): never {
  const stands = state === 'open' ? 'is not decided yet' : 'was refused';
  throw new Rejected({
    type: 'remedy-undecided',
    status: 409,
    detail: `The remedy of ${id} ${stands}: say nothing of it now, the rest may go out.`,
    errors: [{ pointer, detail }],
  });
}
