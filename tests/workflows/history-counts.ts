import type { WorkflowHandle } from '@temporalio/client';

/** A workflow's history, counted. */
export interface HistoryCounts {
  total: number;
  /** By the event's type in lower camel case, e.g. `timerStarted`. */
  byType: Readonly<Record<string, number>>;
  /** How often each type of activity was scheduled. */
  activities: Readonly<Record<string, number>>;
  /** Why workflow tasks failed. */
  failedTasks: string[];
}

/** Counts the events of the newest run. */
export async function historyCounts(handle: WorkflowHandle): Promise<HistoryCounts> {
  const { events } = await handle.fetchHistory();
  const byType: Record<string, number> = {};
  const activities: Record<string, number> = {};
  const failedTasks: string[] = [];
  for (const event of events ?? []) {
    const attributes = Object.keys(event).find(
      (key) => key.endsWith('EventAttributes') && event[key as keyof typeof event],
    );
    const type = (attributes ?? 'unknown').replace(/EventAttributes$/, '');
    byType[type] = (byType[type] ?? 0) + 1;
    const activity = event.activityTaskScheduledEventAttributes?.activityType?.name;
    if (activity) activities[activity] = (activities[activity] ?? 0) + 1;
    const failed = event.workflowTaskFailedEventAttributes;
    if (failed) failedTasks.push(failed.failure?.message ?? String(failed.cause));
  }
  return { total: events?.length ?? 0, byType, activities, failedTasks };
}
