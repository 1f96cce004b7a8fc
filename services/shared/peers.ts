import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { PeerAnswer, PeerPort, PeerRequest } from '../../activities/ports';
import { decide } from '../../domain/escalation/decide';
import type { CommandOutcome, StampedMessage } from '../../workflows/escalation/input';
import { namedPeople } from './named-people';
import { ownNow } from './own-now';
import type { Database } from './store/database';
import { findEscalation } from './store/escalations';
import { wordsOfStep } from './store/journal';
import { excerpt } from './store/people';
import { record } from './store/recording';
import { refusalOf, sendUpdate, takeUp } from './workflow/updates';

const PAUSE_MS = 100;
const MOST_TRIES = 30;

/** The way from one escalation to another: an update of its workflow, whose refusal is an answer like any other. */
export function createPeers(db: Database, temporal: Client): PeerPort {
  return {
    async ask(request) {
      try {
        const { events } = await send(db, temporal, request);
        // What was decided there is seen by whoever reads after the answer; where this fails the other one records it.
        await record(db, { escalationId: request.to.id, events, recordedAt: Date.now() }).catch(() => undefined);
        return { rejection: null };
      } catch (error) {
        const rejection = error instanceof Refused ? error.answer.rejection : refusalOf(error)?.rejection;
        if (!rejection) throw error;
        return { rejection };
      }
    },
  };
}

async function send(db: Database, temporal: Client, request: PeerRequest): Promise<CommandOutcome> {
  const { updateId, to, command: name } = request;
  const message = await messageOf(db, request);
  const update = { name, updateId, args: [message] as [StampedMessage] };
  try {
    return await sendUpdate(temporal, to.id, update);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  const state = await stateWhereItWouldDo(db, request, message);
  return takeUp(temporal, state, update);
}

/** What a step says is read where it stands: its umbrella would have to write it for each of those under it. */
async function messageOf(db: Database, { from, command, by, body }: PeerRequest): Promise<StampedMessage> {
  const asked = body as Record<string, unknown>;
  const words = command === 'share-step' ? { words: await wordsFrom(db, from, asked) } : {};
  const directory = await excerpt(db, [by.id, ...namedPeople(asked)]);
  return { ...asked, ...words, by, directory, peer: from };
}

/** The question may be quicker than the journal: what was decided is being written down in the same moment. */
async function wordsFrom(db: Database, { id, ref }: PeerRequest['from'], asked: Record<string, unknown>) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const said = await wordsOfStep(db, id, asked);
    if (said) return said.body;
    await sleep(PAUSE_MS);
  }
  throw new Error(`the journal of ${ref} does not hold its ${String(asked.step)} yet`);
}

/** It has ended: no run is started only to refuse. */
async function stateWhereItWouldDo(db: Database, { to, command: name }: PeerRequest, message: StampedMessage) {
  const stored = await findEscalation(db, to.id);
  if (!stored) throw new Error(`${to.ref} is not there yet`);
  const { by, directory, peer, ...body } = message;
  const now = ownNow(stored.state.lastAt, stored.lastRecordedAt);
  const decision = decide(stored.state, { name, body, by, directory, peer }, now);
  if (!decision.ok) throw new Refused({ rejection: decision.rejection });
  return stored.state;
}

class Refused extends Error {
  constructor(readonly answer: PeerAnswer) {
    super('refused');
  }
}
