import { ActivityFailure, log, makeContinueAsNewFunc, proxyActivities } from '@temporalio/workflow';
import type { createAnnouncementActivities } from '../../activities/announcements';
import type { AnnouncedChange } from '../../activities/ports';
import { ANNOUNCEMENT_WORKFLOW } from '../names';

/** What of the directory has changed, and how far the telling has come. */
export interface AnnouncementInput {
  about: AnnouncedChange;
  /** Escalations up to this id have been told; null: none yet. */
  afterId: string | null;
  told: number;
  failed: number;
}

/** How many escalations were told, and how many could not be: those learn of it when they record something next. */
export type AnnouncementEnd = Pick<AnnouncementInput, 'told' | 'failed'>;

const PAGE = 100;
const AT_ONCE = 5;
/** After so many pages the history is long enough for a run. */
const PAGES_A_RUN = 20;

const activities = proxyActivities<ReturnType<typeof createAnnouncementActivities>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});
/** One escalation that does not answer must not keep the others from hearing of it. */
const patient = proxyActivities<ReturnType<typeof createAnnouncementActivities>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds', maximumAttempts: 15 },
});

/**
 * Tells every escalation that it concerns what has changed in the directory: that somebody has left, is away, or that
 * the rota is another one. Telling twice does no harm.
 */
export async function announcement(input: AnnouncementInput): Promise<AnnouncementEnd> {
  let { afterId, told, failed } = input;
  for (let page = 0; page < PAGES_A_RUN; page += 1) {
    const ids = await activities.concernedBy({ about: input.about, afterId, limit: PAGE });
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const heard = await Promise.all(ids.slice(start, start + AT_ONCE).map(tell));
      told += heard.filter(Boolean).length;
      failed += heard.filter((one) => !one).length;
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return { told, failed };
    afterId = last;
  }
  return continueAsNew({ ...input, afterId, told, failed });
}

async function tell(escalationId: string): Promise<boolean> {
  try {
    await patient.announce({ escalationId });
    return true;
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('an escalation could not be told of a change of the directory', { escalationId });
    return false;
  }
}

const continueAsNew = makeContinueAsNewFunc<typeof announcement>({ workflowType: ANNOUNCEMENT_WORKFLOW });
