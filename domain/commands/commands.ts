import { activate } from './activate/activate';
import { addTask } from './add-task/add-task';
import { addToTeam } from './add-to-team/add-to-team';
import { addNote } from './add-note/add-note';
import { amend } from './amend/amend';
import { changeTask } from './change-task/change-task';
import { completeTask } from './complete-task/complete-task';
import { dropTask } from './drop-task/drop-task';
import { nameCounterpart } from './name-counterpart/name-counterpart';
import { nameEscalationManager } from './name-escalation-manager/name-escalation-manager';
import { nameSponsor } from './name-sponsor/name-sponsor';
import { removeFromTeam } from './remove-from-team/remove-from-team';
import type { CommandDefinition } from './command';
import { joinUmbrella } from './join-umbrella/join-umbrella';
import { leaveUmbrella } from './leave-umbrella/leave-umbrella';
import { link } from './link/link';
import { merge } from './merge/merge';
import { unlink } from './unlink/unlink';
import { interimUpdate } from './interim-update/interim-update';
import { addCommitment } from './add-commitment/add-commitment';
import { decideApproval } from './decide-approval/decide-approval';
import { moveCommitment } from './move-commitment/move-commitment';
import { replaceCommitment } from './replace-commitment/replace-commitment';
import { requestApproval } from './request-approval/request-approval';
import { withdrawApproval } from './withdraw-approval/withdraw-approval';
import { keepCommitment } from './keep-commitment/keep-commitment';
import { acceptHandOver } from './accept-hand-over/accept-hand-over';
import { declineHandOver } from './decline-hand-over/decline-hand-over';
import { handOver } from './hand-over/hand-over';
import { overridePriority } from './override-priority/override-priority';
import { pause } from './pause/pause';
import { resolveAtOnce } from './resolve-at-once/resolve-at-once';
import { resume } from './resume/resume';
import { takeBackHandOver } from './take-back-hand-over/take-back-hand-over';
import { reapplyPolicy } from './reapply-policy/reapply-policy';
import { reassign } from './reassign/reassign';
import { recordContact } from './record-contact/record-contact';
import { reopen } from './reopen/reopen';
import { reportImport } from './report-import/report-import';
import { takeCharge } from './take-charge/take-charge';
import { withdraw } from './withdraw/withdraw';

/** Every command. */
export const COMMANDS = {
  'take-charge': takeCharge,
  amend,
  reassign,
  'hand-over': handOver,
  'accept-hand-over': acceptHandOver,
  'decline-hand-over': declineHandOver,
  'take-back-hand-over': takeBackHandOver,
  'resolve-at-once': resolveAtOnce,
  pause,
  resume,
  'override-priority': overridePriority,
  'interim-update': interimUpdate,
  'record-contact': recordContact,
  'keep-commitment': keepCommitment,
  'add-commitment': addCommitment,
  'move-commitment': moveCommitment,
  'replace-commitment': replaceCommitment,
  'request-approval': requestApproval,
  'decide-approval': decideApproval,
  'withdraw-approval': withdrawApproval,
  'add-to-team': addToTeam,
  'remove-from-team': removeFromTeam,
  'add-task': addTask,
  'change-task': changeTask,
  'complete-task': completeTask,
  'drop-task': dropTask,
  'name-escalation-manager': nameEscalationManager,
  'name-sponsor': nameSponsor,
  'name-counterpart': nameCounterpart,
  merge,
  link,
  unlink,
  'join-umbrella': joinUmbrella,
  'leave-umbrella': leaveUmbrella,
  'add-note': addNote,
  reopen,
  withdraw,
  activate,
  'reapply-policy': reapplyPolicy,
  'report-import': reportImport,
} as const;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The definition of a command, or undefined where there is no such command. */
export function findCommand(name: string): CommandDefinition | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName] : undefined;
}
