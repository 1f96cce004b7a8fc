/** Actions that belong together, what is done most first. */
export interface ActionGroup {
  title: string;
  names: readonly string[];
}

/** The steps are whatever the plan holds, so they are not listed by name. */
export const STEPS_TITLE = 'Steps';

/** Where a command is found that has no group of its own yet. */
const OTHER_TITLE = 'Other';

/** The commands in their groups; each group in the order in which it is used. */
export const COMMAND_GROUPS: readonly ActionGroup[] = [
  { title: 'Customer', names: ['interim-update', 'record-contact', 'pause', 'resume'] },
  { title: 'Promises', names: ['keep-commitment', 'add-commitment', 'move-commitment', 'replace-commitment'] },
  { title: 'Decisions', names: ['decide-approval', 'request-approval', 'withdraw-approval'] },
  {
    title: 'Team and tasks',
    names: [
      ...['complete-task', 'add-task', 'change-task', 'drop-task', 'add-to-team', 'remove-from-team'],
      ...['name-escalation-manager', 'name-sponsor', 'name-counterpart'],
    ],
  },
  {
    title: 'Hands and level',
    names: [
      ...['take-charge', 'accept-hand-over', 'decline-hand-over', 'hand-over', 'take-back-hand-over'],
      ...['reassign', 'override-priority'],
    ],
  },
  { title: 'Together', names: ['link', 'merge', 'join-umbrella', 'leave-umbrella', 'unlink'] },
  { title: OTHER_TITLE, names: ['add-note', 'amend', 'activate', 'reopen', 'reapply-policy', 'withdraw'] },
];

/** The group in which a command is found. */
export function groupOf(command: string): string {
  return COMMAND_GROUPS.find(({ names }) => names.includes(command))?.title ?? OTHER_TITLE;
}
