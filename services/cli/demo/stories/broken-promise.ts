import { HOUR_MS } from '../../../../domain/duration';
import { acknowledge, close, closureBody, investigate, keepPromise, raise, solve, update } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'api',
  severity: 'outage',
  account: 'Northgate Transit',
  tier: 'enterprise',
  arrDollars: 720_000,
  customerSince: '2020-02-02',
  contact: { name: 'Rosa Lind', email: 'rosa.lind@northgate.example' },
  summary: 'Departure boards freeze every evening at six',
  narrative:
    'Every evening from 18:00 to 18:20 the boards of eleven stations show nothing new. The press has called us.',
  threatensPublic: true,
};

const answer: DemoAnswer = {
  findings: 'A nightly export was moved to 18:00 and starves the boards of connections.',
  solution: { kind: 'engineering-fix', description: 'give the boards connections of their own and move the export' },
  willDo: 'The export runs at two in the morning from tonight, and the boards get their own connections.',
  promise: 'the boards run through an evening without a freeze',
  rootCause: 'product-bug',
  rootCauseNote: 'Exports and boards share one pool of connections.',
};

/** A promise to the customer is broken: it climbs like a step does, and nothing closes before it is kept. */
export const brokenPromise: Story = {
  title: 'A broken promise: it climbs, and nothing closes before it is kept',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.manager);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await scene.pass('PT1H');
    await investigate(scene, cast, cast.owner, answer);
    await solve(scene, cast.owner, answer);
    await update(scene, cast.owner, complaint, answer, 6 * HOUR_MS);
    const news = await scene.pass('PT6H40M');
    scene.expect(
      news.some(({ type }) => type === 'clock.breached'),
      'the promise should be broken',
    );
    await scene.refused(
      cast.owner,
      'steps/closure',
      closureBody(cast.owner, complaint, answer),
      'commitments-open',
      'tries to close all the same',
    );
    await keepPromise(scene, cast.owner);
    await close(scene, cast.owner, complaint, answer);
    scene.expect(scene.escalation.status === 'closed', 'it should be closed, its check-in to come');
  },
};
