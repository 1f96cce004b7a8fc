/** The names that clients, workers and operators meet in Temporal (docs/api.md "By Temporal"). */
export const ESCALATION_WORKFLOW = 'escalation';
/** Queue of the workflows and of the activities that keep our memory. */
export const ESCALATIONS_QUEUE = 'escalations';
/** Queue of everything that speaks to the world. */
export const NOTIFICATIONS_QUEUE = 'notifications';
/** The workflow that tells escalations what has changed in the directory. */
export const ANNOUNCEMENT_WORKFLOW = 'announcement';
export const STATE_QUERY = 'state';
/** The update by which an escalation is told of its people; not one of people's commands. */
export const REFRESH_PEOPLE_UPDATE = 'refresh-people';
/** The demo-only update that waits until nothing is due after a jump in time. */
export const TIME_MOVED_UPDATE = 'time-moved';

/** The workflow id of an escalation. */
export function escalationWorkflowId(escalationId: string): string {
  return `escalation/${escalationId}`;
}
