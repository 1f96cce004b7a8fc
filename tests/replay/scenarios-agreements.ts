import { DAY_MS, HOUR_MS } from '../../domain/duration';
import { BODIES, customerUpdate } from '../workflows/bodies';
import { CAST, type Stage } from '../workflows/stage';
import type { Story } from '../workflows/story';
import type { Scenario } from './scenarios';

const reason = 'As it stands now.';

const iso = (at: number) => new Date(at).toISOString();

/** Understood, with a promise for the day after. */
async function promised(story: Story): Promise<Story> {
  await story.send('intake', CAST.manager, BODIES.intake);
  await story.send('investigation', CAST.owner, BODIES.investigation);
  await story.send('solution', CAST.owner, BODIES.solution);
  await story.send('customer-update', CAST.owner, customerUpdate((await story.state()).lastAt));
  return story;
}

/** Asks as an integration does, which waits for no answer. */
async function merged(stage: Stage): Promise<{ from: Story; into: Story }> {
  const [from, into] = [await promised(await stage.raise()), await stage.raise()];
  await into.until('escalation.raised');
  await from.handle.signal('merge', { intoId: (await into.state()).ref, reason, by: CAST.manager });
  await into.until('commitment.made');
  await from.handle.result();
  return { from, into };
}

/** What people agree on between the steps, and what escalations do with each other. */
export const AGREEMENTS: readonly Scenario[] = [
  {
    name: 'approval-and-pause',
    async play(stage) {
      const story = await stage.raise();
      await story.send('intake', CAST.manager, BODIES.intake);
      await story.send('investigation', CAST.owner, BODIES.investigation);
      const credit = { amount: 1_200_000, currency: 'USD' };
      await story.send('solution', CAST.owner, { ...BODIES.solution, credit });
      await story.skip(3 * HOUR_MS);
      await story.send('decide-approval', CAST.director, { approvalId: 'a1', decision: 'approved' });
      const { lastAt } = await story.state();
      const question = { channel: 'phone', body: 'Which invoices were returned?' };
      await story.send('pause', CAST.owner, { dueAt: iso(lastAt + 2 * DAY_MS), reason, question });
      await story.skip(DAY_MS);
      const answer = { channel: 'phone', body: 'The last two.', direction: 'from-customer' };
      await story.send('record-contact', CAST.owner, answer);
      await story.skip(8 * HOUR_MS);
      await story.untilQuiet();
      return story;
    },
  },
  {
    name: 'many-hands',
    async play(stage) {
      const story = await promised(await stage.raise());
      const { lastAt } = await story.state();
      const dueAt = iso(lastAt + 2 * DAY_MS);
      await story.send('add-task', CAST.owner, { text: 'Switch it off', personId: 'engineer-mirko', dueAt });
      await story.send('move-commitment', CAST.owner, { commitmentId: 'c1', dueAt: iso(lastAt + 3 * DAY_MS), reason });
      await story.send('name-sponsor', CAST.manager, { personId: 'executive-elena' });
      await story.send('override-priority', CAST.manager, {
        ...{ level: 'P3', dueAt: iso(lastAt + DAY_MS), reason, breachAllTheSame: true },
      });
      await story.send('hand-over', CAST.owner, {
        toId: 'owner-desmond',
        note: 'The job is found, nothing is promised but the credit.',
      });
      await story.send('accept-hand-over', 'owner-desmond', {});
      await story.skip(2 * DAY_MS + HOUR_MS);
      await story.untilQuiet();
      return story;
    },
  },
  { name: 'merged', play: async (stage) => (await merged(stage)).from },
  {
    name: 'absorbed',
    async play(stage) {
      const { into } = await merged(stage);
      await into.skip(2 * DAY_MS);
      await into.untilQuiet();
      return into;
    },
  },
];
