import type { EscalationEvent } from '../../../domain/escalation/events';
import { eventSentence } from '../../shared/event-sentences/event-sentence';
import { jsonFields } from './json-view';
import { iso } from './moments';
import type { TimelineItem } from './timeline.schema';

/** What an event holds for the workflow's own use: large, and nothing that happened. */
const INTERNAL: Readonly<Partial<Record<EscalationEvent['type'], readonly string[]>>> = {
  'escalation.raised': ['policy', 'plan', 'directory', 'rules'],
  'people.refreshed': ['people'],
};

/** An event of the journal for people and programs. */
export function timelineItem(
  event: EscalationEvent,
  recordedAt: number,
  nameOf: (personId: string) => string,
): TimelineItem {
  return {
    seq: event.seq,
    type: event.type,
    at: iso(event.at),
    recordedAt: iso(recordedAt),
    actor: event.actor && { ...event.actor, roles: [...event.actor.roles] },
    summary: eventSentence(event, { nameOf }),
    data: dataView(event),
  };
}

function dataView(event: EscalationEvent): Record<string, unknown> {
  const hidden = INTERNAL[event.type] ?? [];
  const shown = Object.entries(event.data).filter(([key]) => !hidden.includes(key));
  return { ...jsonFields(shown), ...policyVersion(event) };
}

function policyVersion(event: EscalationEvent): { policyVersion?: number } {
  return event.type === 'escalation.raised' ? { policyVersion: event.data.policy.version } : {};
}
