import type { ApprovalView } from '../../../api/views/agreements.schema';

/** Whether it allows a remedy that was not done yet. */
export function isUsable({ state, subject, usedAt }: ApprovalView): boolean {
  return state === 'approved' && subject.kind === 'remedy' && usedAt === null;
}
