import type { EscalationEvent } from '../../../domain/escalation/events';
import { eventSentence } from '../../shared/event-sentences/event-sentence';
import type { Database } from '../../shared/store/database';
import type { FeedEntry } from '../../shared/store/journal-feed';
import { namesOf } from '../../shared/store/people';
import type { LiveEventView } from '../views/live-event.schema';
import { iso } from '../views/moments';

/** An event as it goes over the wire: written out once, for everybody who hears it. */
export interface Frame {
  position: number;
  escalationId: string;
  bytes: Buffer;
}

/** A sign of life; the id lets a listener resume after events that were not for them. */
export function heartbeatFrame(position: number): Buffer {
  return Buffer.from(`: heartbeat\nid: ${position}\n\n`);
}

/** How soon a listener comes back by itself after a break. */
export function retryFrame(ms: number): Buffer {
  return Buffer.from(`retry: ${ms}\n\n`);
}

/** Writes entries of the journal out, each with its sentence. */
export async function framesOf(db: Database, entries: readonly FeedEntry[]): Promise<Frame[]> {
  const named = new Set<string>();
  const note = (id: string) => {
    named.add(id);
    return id;
  };
  for (const { event } of entries) sentenceOf(event, note);
  const names = named.size === 0 ? new Map<string, string>() : await namesOf(db, [...named]);
  return entries.map((entry) => {
    const data = liveEvent(entry, (id) => names.get(id) ?? id);
    const { position, escalationId } = entry;
    return { position, escalationId, bytes: Buffer.from(frameText(position, data)) };
  });
}

function frameText(position: number, data: LiveEventView): string {
  return `event: escalation\nid: ${position}\ndata: ${JSON.stringify(data)}\n\n`;
}

function liveEvent({ escalationId, ref, level, event }: FeedEntry, nameOf: (id: string) => string): LiveEventView {
  return {
    ...{ id: escalationId, ref: ref ?? '', seq: event.seq, type: event.type, at: iso(event.at) },
    level: level ?? undefined,
    text: sentenceOf(event, nameOf),
  };
}

/** Who is who is only counted in its sentence, and the list is too long to be read for that. */
function sentenceOf(event: EscalationEvent, nameOf: (id: string) => string): string | undefined {
  return event.type === 'people.refreshed' ? undefined : eventSentence(event, { nameOf });
}
