import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { AnnouncementPort } from '../../activities/ports';
import type { DirectoryNews } from '../../workflows/escalation/directory-news';
import { REFRESH_PEOPLE_UPDATE } from '../../workflows/names';
import { directoryWithDuty } from './duty/duty-roster';
import { ownNow } from './own-now';
import { concernedEscalations } from './store/concerned';
import type { Database } from './store/database';
import { findEscalation } from './store/escalations';
import { sendUpdate } from './workflow/updates';

/** Tells escalations by an update of their workflows; `clock` gives the wall clock. */
export function createAnnouncements(db: Database, temporal: Client, clock: () => number = Date.now): AnnouncementPort {
  return {
    concernedBy: (request) => concernedEscalations(db, request),
    async announce({ escalationId }) {
      const stored = await findEscalation(db, escalationId);
      if (!stored) return;
      const at = ownNow(stored.state.lastAt, stored.lastRecordedAt, clock());
      const { duty, ...directory } = await directoryWithDuty(db, Object.keys(stored.state.people), at);
      const news: DirectoryNews = { directory, duty };
      const updateId = `directory/${directory.version}`;
      try {
        await sendUpdate(temporal, escalationId, { name: REFRESH_PEOPLE_UPDATE, updateId, args: [news] });
      } catch (error) {
        // Ended meanwhile: nothing there is anybody's any more.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };
}
