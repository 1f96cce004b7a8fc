import type { z } from 'zod';
import { activateSchema } from './activate/activate.schema';
import { addTaskSchema } from './add-task/add-task.schema';
import { addToTeamSchema } from './add-to-team/add-to-team.schema';
import { addNoteSchema } from './add-note/add-note.schema';
import { amendSchema } from './amend/amend.schema';
import { changeTaskSchema } from './change-task/change-task.schema';
import { completeTaskSchema } from './complete-task/complete-task.schema';
import { dropTaskSchema } from './drop-task/drop-task.schema';
import { nameCounterpartSchema } from './name-counterpart/name-counterpart.schema';
import { nameEscalationManagerSchema } from './name-escalation-manager/name-escalation-manager.schema';
import { nameSponsorSchema } from './name-sponsor/name-sponsor.schema';
import { removeFromTeamSchema } from './remove-from-team/remove-from-team.schema';
import type { CommandName } from './commands';
import { joinUmbrellaSchema } from './join-umbrella/join-umbrella.schema';
import { leaveUmbrellaSchema } from './leave-umbrella/leave-umbrella.schema';
import { linkSchema } from './link/link.schema';
import { mergeSchema } from './merge/merge.schema';
import { unlinkSchema } from './unlink/unlink.schema';
import { interimUpdateSchema } from './interim-update/interim-update.schema';
import { addCommitmentSchema } from './add-commitment/add-commitment.schema';
import { decideApprovalSchema } from './decide-approval/decide-approval.schema';
import { moveCommitmentSchema } from './move-commitment/move-commitment.schema';
import { replaceCommitmentSchema } from './replace-commitment/replace-commitment.schema';
import { requestApprovalSchema } from './request-approval/request-approval.schema';
import { withdrawApprovalSchema } from './withdraw-approval/withdraw-approval.schema';
import { keepCommitmentSchema } from './keep-commitment/keep-commitment.schema';
import { acceptHandOverSchema } from './accept-hand-over/accept-hand-over.schema';
import { declineHandOverSchema } from './decline-hand-over/decline-hand-over.schema';
import { handOverSchema } from './hand-over/hand-over.schema';
import { overridePrioritySchema } from './override-priority/override-priority.schema';
import { pauseSchema } from './pause/pause.schema';
import { resolveAtOnceSchema } from './resolve-at-once/resolve-at-once.schema';
import { resumeSchema } from './resume/resume.schema';
import { takeBackHandOverSchema } from './take-back-hand-over/take-back-hand-over.schema';
import { reapplyPolicySchema } from './reapply-policy/reapply-policy.schema';
import { reassignSchema } from './reassign/reassign.schema';
import { recordContactSchema } from './record-contact/record-contact.schema';
import { reopenSchema } from './reopen/reopen.schema';
import { reportImportSchema } from './report-import/report-import.schema';
import { takeChargeSchema } from './take-charge/take-charge.schema';
import { withdrawSchema } from './withdraw/withdraw.schema';

/** The body of each command. */
export const commandSchemas = {
  'take-charge': takeChargeSchema,
  amend: amendSchema,
  reassign: reassignSchema,
  'accept-hand-over': acceptHandOverSchema,
  'decline-hand-over': declineHandOverSchema,
  'hand-over': handOverSchema,
  'override-priority': overridePrioritySchema,
  pause: pauseSchema,
  'resolve-at-once': resolveAtOnceSchema,
  resume: resumeSchema,
  'take-back-hand-over': takeBackHandOverSchema,
  'interim-update': interimUpdateSchema,
  'record-contact': recordContactSchema,
  'keep-commitment': keepCommitmentSchema,
  'add-commitment': addCommitmentSchema,
  'move-commitment': moveCommitmentSchema,
  'replace-commitment': replaceCommitmentSchema,
  'request-approval': requestApprovalSchema,
  'decide-approval': decideApprovalSchema,
  'withdraw-approval': withdrawApprovalSchema,
  'add-to-team': addToTeamSchema,
  'remove-from-team': removeFromTeamSchema,
  'add-task': addTaskSchema,
  'change-task': changeTaskSchema,
  'complete-task': completeTaskSchema,
  'drop-task': dropTaskSchema,
  'name-escalation-manager': nameEscalationManagerSchema,
  'name-sponsor': nameSponsorSchema,
  'name-counterpart': nameCounterpartSchema,
  merge: mergeSchema,
  link: linkSchema,
  unlink: unlinkSchema,
  'join-umbrella': joinUmbrellaSchema,
  'leave-umbrella': leaveUmbrellaSchema,
  'add-note': addNoteSchema,
  reopen: reopenSchema,
  withdraw: withdrawSchema,
  activate: activateSchema,
  'reapply-policy': reapplyPolicySchema,
  'report-import': reportImportSchema,
} satisfies Record<CommandName, z.ZodType>;
