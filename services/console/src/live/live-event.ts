import type { LiveEventView } from '../../../api/views/live-event.schema';
import type { StreamFrame } from './frame-parser';

/** Something that happened to an escalation, as the stream tells it. */
export interface LiveEvent extends LiveEventView {
  /** Where it stands in the journal of all escalations: what comes later has a higher one. */
  position: number;
}

/** The position that a frame brings the reader to, or null. */
export function positionOf({ id }: StreamFrame): number | null {
  return id !== null && /^\d{1,15}$/.test(id) ? Number(id) : null;
}

/** The event in a frame; null where there is none, or one that nobody here understands. */
export function liveEventOf(frame: StreamFrame): LiveEvent | null {
  const position = positionOf(frame);
  if (frame.event !== 'escalation' || frame.data === null || position === null) return null;
  try {
    const data = JSON.parse(frame.data) as LiveEventView;
    return typeof data.id === 'string' && typeof data.type === 'string' ? { ...data, position } : null;
  } catch {
    return null;
  }
}
