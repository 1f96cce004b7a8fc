import { acknowledge, investigate, raise } from '../lines';
import type { DemoAnswer, DemoComplaint, Story } from '../story';

const complaint: DemoComplaint = {
  door: 'executive-mail',
  severity: 'outage',
  account: 'Meridian Ferries',
  tier: 'mid-market',
  arrDollars: 120_000,
  customerSince: '2020-10-10',
  contact: { name: 'Sofia Lindahl', email: 'sofia.lindahl@meridian.example' },
  summary: 'The boarding gates refuse tickets bought on the day',
  narrative: 'Every ticket bought after midnight is refused at the gate. We let people through by hand.',
};

const answer: DemoAnswer = {
  findings: 'The gates get the list of tickets at midnight and nothing after it, since a relay was switched off.',
  solution: { kind: 'configuration-change', description: 'switch the relay on again, and watch it' },
  willDo: 'The relay runs again, and somebody is called when it stops.',
  promise: 'a whole day of boarding without a ticket refused',
  rootCause: 'communication-failure',
  rootCauseNote: 'The relay was switched off without anybody being told what hangs on it.',
};

/** The shift ends: the owner offers it with a written state of things, and it is theirs until the other accepts. */
export const handedOver: Story = {
  title: 'The shift ends: handed over with a written state of things',
  complaint,
  async play(scene, cast) {
    await raise(scene, cast, complaint);
    await acknowledge(scene, cast.manager, cast.owner, complaint);
    await scene.pass('PT1H');
    const note =
      'Known: only tickets after midnight are refused. Asked: Engineering looks at the relay. Next: the investigation, due within three hours. Promised so far: nothing but the whole story today.';
    await scene.command(
      cast.owner,
      'hand-over',
      { toId: cast.deputy.id, note },
      `offers it to ${cast.deputy.name}, with a written state of things`,
    );
    scene.expect(scene.escalation.owner?.id === cast.owner.id, 'it should stay theirs until the other accepts');
    await scene.command(cast.deputy, 'accept-hand-over', {}, 'reads it and accepts');
    scene.expect(scene.escalation.owner?.id === cast.deputy.id, 'it should have changed hands');
    await investigate(scene, cast, cast.deputy, answer);
  },
};
