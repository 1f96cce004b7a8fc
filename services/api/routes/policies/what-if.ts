import type { Response } from 'express';
import { z } from 'zod';
import { DAY_MS } from '../../../../domain/duration';
import type { Trial } from '../../../../domain/what-if/what-if';
import { writtenPolicy } from '../../../shared/policies/written-policy';
import { namedByPolicy } from '../../../shared/policies/reapplied-policy';
import { excerpt } from '../../../shared/store/people';
import { raisedSince } from '../../../shared/store/recorded-escalations';
import type { ApiDeps } from '../../deps';
import { endpoint, STREAMED, type AnyEndpoint } from '../../http/endpoint';
import { requirePermission } from '../../http/require';
import { toProblem } from '../../problems/error-handler';
import { Problem, problemBody } from '../../problems/problem';
import { whatIfLineSchema } from '../../views/what-if.schema';
import { whatIfView } from '../../views/what-if-view';
import { tryPolicy } from '../../what-if/try-policy';
import { requireDraft } from './open-draft';

/** So many run in one process at a time: each keeps a core busy. */
const MOST_AT_ONCE = 2;

/** So many escalations are looked at, the newest first. */
const MOST_ESCALATIONS = 20_000;

const RETRY_LATER = { 'Retry-After': '30' };

let running = 0;

/** `POST /v1/policy-drafts/{id}/what-if`. */
export const whatIfEndpoint: AnyEndpoint = endpoint({
  id: 'whatIfPolicyDraft',
  method: 'post',
  path: '/v1/policy-drafts/{id}/what-if',
  tag: 'Policies',
  summary: 'What a draft would have changed in the escalations of the last days',
  description:
    'A line of JSON at a time: `{ "progress": { "done", "total" } }` now and then, at the end `{ "result" }`, or `{ "problem" }`. Per clock: what was reminded, breached and climbed, against what would have been, while people did the same at the same moments. The levels and the plans stay as they were: points of the priority and steps have no effect here. Whoever goes away ends it.',
  params: { id: 'Its id' },
  body: z.strictObject({
    days: z.int().min(1).max(366).default(90).describe('So far back they were raised'),
  }),
  answers: {
    200: {
      description: 'The lines.',
      contents: [{ type: 'application/x-ndjson', schema: whatIfLineSchema }],
    },
  },
  problems: ['not-allowed', 'not-found', 'unavailable'],
  handle: async ({ deps, params: { id = '' }, body: { days }, res, caller }): Promise<typeof STREAMED> => {
    const leaving = leavingOf(res);
    requirePermission(caller, 'draft-policies');
    const draft = await requireDraft(deps, id);
    if (running >= MOST_AT_ONCE) {
      throw new Problem('unavailable', 'Others are being tried at this moment.', { headers: RETRY_LATER });
    }
    running += 1;
    try {
      const policy = { ...writtenPolicy(draft.document), version: draft.basedOn };
      const { people } = await excerpt(deps.database, namedByPolicy(policy));
      const all = await raisedSince(deps.database, Date.now() - days * DAY_MS, MOST_ESCALATIONS);
      if (leaving.aborted) return STREAMED;
      begin(res);
      await answer(deps, res, { days, trial: { policy, people }, all, leaving });
    } finally {
      running -= 1;
    }
    return STREAMED;
  },
});

/** Aborted once nobody waits for the answer, also where they went before this was asked. */
function leavingOf(res: Response): AbortSignal {
  const leaving = new AbortController();
  res.on('close', () => leaving.abort());
  if (res.destroyed) leaving.abort();
  return leaving.signal;
}

function begin(res: Response): void {
  res.status(200).set({
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Cache-Control': 'no-store',
    // Proxies that buffer would hold the progress back.
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
}

interface Asked {
  days: number;
  trial: Trial;
  all: Awaited<ReturnType<typeof raisedSince>>;
  leaving: AbortSignal;
}

async function answer({ database, log }: ApiDeps, res: Response, asked: Asked): Promise<void> {
  const { days, trial, all, leaving } = asked;
  const tell = (line: unknown) => res.write(`${JSON.stringify(line)}\n`);
  try {
    const onProgress = (done: number) => tell({ progress: { done, total: all.length } });
    const sum = await tryPolicy(database, trial, all, { signal: leaving, onProgress });
    tell({ result: whatIfView(sum, days, all.length >= MOST_ESCALATIONS) });
  } catch (error) {
    if (leaving.aborted) return;
    log.error({ err: error }, 'a what-if has failed');
    tell({ problem: problemBody(toProblem(error)) });
  } finally {
    res.end();
  }
}
