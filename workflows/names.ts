/** The names that clients, workers and operators meet in Temporal (CONTRACT "Temporal"). */
export const ESCALATION_WORKFLOW = 'escalation';
/** Queue of the workflows and of the activities that keep our memory. */
export const ESCALATIONS_QUEUE = 'escalations';
/** Queue of everything that speaks to the world. */
export const NOTIFICATIONS_QUEUE = 'notifications';
export const STATE_QUERY = 'state';
/** The demo-only update that waits until nothing is due after a jump in time. */
export const TIME_MOVED_UPDATE = 'time-moved';

/** The workflow id of an escalation. */
export function escalationWorkflowId(escalationId: string): string {
  return `escalation/${escalationId}`;
}
