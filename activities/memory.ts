import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { EscalationEvent } from '../domain/escalation/events';
import type { CatchUpRequest, MemoryPort, RecordAnswer, RecordRequest, ResolveAnswer, ResolveRequest } from './ports';

/** The failure type of a batch that contradicts what the journal already holds. */
const JOURNAL_CONFLICT = 'journal-conflict';

/** Activities that keep and ask our memory, on the workflows' own queue. */
export function createMemoryActivities({ memory }: { memory: Pick<MemoryPort, 'record' | 'resolve' | 'catchUp'> }) {
  return {
    /** Writes a batch of events to the journal and the read model; repeating it changes nothing. */
    async record(request: RecordRequest): Promise<RecordAnswer> {
      try {
        return await memory.record(request);
      } catch (error) {
        throw isJournalConflict(error) ? alarm(error, request) : error;
      }
    },
    /** Parses a signal by its schema and resolves the people it speaks of. */
    async resolve(request: ResolveRequest): Promise<ResolveAnswer> {
      return memory.resolve(request);
    },
    /** What the journal holds after the state that a run was started with. */
    async catchUp(request: CatchUpRequest): Promise<EscalationEvent[]> {
      return memory.catchUp(request);
    },
  };
}

// By name: the class lives with the store, which activities must not import.
function isJournalConflict(error: unknown): error is Error {
  return error instanceof Error && error.name === 'JournalConflict';
}

/**
 * Two histories of one escalation: no retry cures it, a person must look. It stays retryable all the same, slowly and
 * with an alarm each time: giving up would drop the batch silently, and once the journal is mended the next try takes it.
 */
function alarm(error: Error, { escalationId, events }: RecordRequest): ApplicationFailure {
  const firstSeq = events[0]?.seq ?? null;
  const lastSeq = events.at(-1)?.seq ?? null;
  log.error('ALARM: the journal contradicts the workflow; nothing of this escalation is recorded until it is mended', {
    alarm: JOURNAL_CONFLICT,
    escalationId,
    firstSeq,
    lastSeq,
    reason: error.message,
  });
  return ApplicationFailure.create({
    message: error.message,
    type: JOURNAL_CONFLICT,
    nonRetryable: false,
    nextRetryDelay: '5 minutes',
    cause: error,
  });
}
