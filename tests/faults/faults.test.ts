import { runFaults } from './faults';

const nothingWrong = { lost: [], stuck: [], notifiedTwice: [], neverNotified: [], readModel: [] };

test('worker, notifier, API, Temporal and Postgres are killed in mid-escalation, and nothing is lost', async () => {
  const victims = ['worker', 'notifier', 'api', 'temporal', 'postgres'] as const;
  const plan = { escalations: 8, victims, killsEach: 1, betweenKillsMs: 800 };
  const { kills, findings } = await runFaults(plan, () => undefined);
  expect(kills).toEqual({ worker: 1, notifier: 1, api: 1, temporal: 1, postgres: 1 });
  expect(findings).toEqual(nothingWrong);
}, 240_000);
