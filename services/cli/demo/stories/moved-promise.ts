import { DAY_MS, HOUR_MS } from '../../../../domain/duration';
import { acknowledge, investigate, keepPromise, raise, solve, update } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'ticket-flag',
  severity: 'data',
  account: 'Orchard Clinics',
  tier: 'enterprise',
  arrDollars: 260_000,
  customerSince: '2021-09-01',
  contact: { name: 'Amara Diallo', email: 'amara.diallo@orchard.example' },
  summary: 'Appointments of one clinic show up in another',
  narrative: 'Patients of our Leeds clinic see the free slots of Bradford. Two of them went to the wrong city.',
};

const answer: DemoAnswer = {
  findings: 'Both clinics were given the same calendar when the second one was opened.',
  solution: {
    kind: 'configuration-change',
    description: 'give each clinic its own calendar and move the appointments',
  },
  willDo: 'Each clinic gets its own calendar, and every appointment is moved to where it belongs.',
  promise: 'every appointment stands in the calendar of its own clinic',
  rootCause: 'knowledge-base-gap',
  rootCauseNote: 'How to open a second clinic is written down nowhere.',
};

/** A promise that cannot be kept in time is moved before it is due, the customer told; its task is chased by itself. */
export const movedPromise: Story = {
  title: 'A promise is moved before it breaks, and the customer is told',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint, cast.manager);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await scene.pass('PT1H');
    await investigate(scene, cast, cast.owner, answer);
    const task = { text: 'Move the appointments of both clinics', personId: cast.engineer.id };
    const dueAt = scene.moment(20 * HOUR_MS);
    await scene.command(cast.owner, 'add-task', { ...task, dueAt }, `gives ${cast.engineer.name} a task: ${task.text}`);
    await solve(scene, cast.owner, answer);
    await update(scene, cast.owner, complaint, answer);
    await scene.pass('PT18H');
    const promise = scene.escalation.commitments[0];
    scene.expect(promise !== undefined, 'there should be a promise');
    const message = {
      subject: 'Your appointments: a day later than I said',
      body: `Moving them takes a day longer than I promised, as each one is checked by hand. You have my word for the day after tomorrow.\n\n${cast.owner.name}`,
    };
    await scene.command(
      cast.owner,
      'move-commitment',
      {
        commitmentId: promise?.id,
        dueAt: scene.moment(2 * DAY_MS),
        reason: 'Each appointment is checked by hand.',
        message,
      },
      'moves the promise by a day, and tells the customer before it is due',
    );
    await scene.command(cast.engineer, 'complete-task', { taskId: 't1' }, 'has moved the appointments');
    await keepPromise(scene, cast.owner);
    scene.expect(scene.escalation.commitments[0]?.state === 'kept', 'the promise should be kept');
  },
};
