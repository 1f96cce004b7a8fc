import type { AnnouncementPort, AnnouncementRequest, ConcernedRequest } from './ports';

/** Activities that tell escalations what has changed in the directory. */
export function createAnnouncementActivities(announcements: AnnouncementPort) {
  return {
    /** The ids of the next escalations that a change concerns, in their order. */
    concernedBy: (request: ConcernedRequest): Promise<string[]> => announcements.concernedBy(request),
    /** Gives one of them its people and the rota anew; one that has ended needs nothing. */
    announce: (request: AnnouncementRequest): Promise<void> => announcements.announce(request),
  };
}
