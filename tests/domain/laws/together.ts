import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Estate } from '../../../domain/escalation/together/together';
import type { Law } from './law';
import { requiring } from './law';
import { waits } from './line';

const owed = ({ commitments }: Escalation) => commitments.filter(({ state }) => state === 'open' || state === 'broken');
const inWords = (one: { text: string; dueAt: number; responsibleId: string }) =>
  `${one.text}, ${one.dueAt}, ${one.responsibleId}`;

const LEAVES = 'whatever is owed goes along with a merge, and nothing waits in what was merged';
const leaves: Law = {
  name: LEAVES,
  watch() {
    const require = requiring(LEAVES);
    let taken: readonly string[] = [];
    return {
      event(event, before) {
        if (event.type === 'merge.begun') taken = event.data.estate.promises.map(inWords);
        if (event.type !== 'escalation.merged') return;
        const left = owed(before).map(inWords);
        require(left.join('\n') === taken.join('\n'), () => `owed: ${left.join('; ')}, taken: ${taken.join('; ')}`);
      },
      rest(state) {
        if (state.status !== 'merged') return;
        const waiting = state.clocks.find((clock) => waits(clock) || clock.state === 'paused');
        require(!waiting, () => `${waiting?.id} waits in what was merged`);
        require(owed(state).length === 0, () => 'what was merged still owes a promise');
      },
    };
  },
};

const KEEPS = 'no promise and no task is lost by a merge: the one that survives owes each, by its old date';
const keeps: Law = {
  name: KEEPS,
  watch() {
    const require = requiring(KEEPS);
    return {
      accepted({ name, body, peer }, before, events) {
        if (name !== 'absorb' || before.absorbed.some(({ id }) => id === peer?.id)) return;
        const { promises, tasks } = (body as { estate: Estate }).estate;
        const made = events.flatMap((event) => (event.type === 'commitment.made' ? [inWords(event.data)] : []));
        require(made.join('\n') === promises.map(inWords).join('\n'), () => `made ${made.join('; ')}`);
        const given = events.flatMap((event) =>
          event.type === 'task.added' ? [`${event.data.text}, ${event.data.dueAt}`] : [],
        );
        const left = tasks.map(({ text, dueAt }) => `${text}, ${dueAt}`);
        require(given.join('\n') === left.join('\n'), () => `given ${given.join('; ')}`);
        for (const { dueAt, text } of [...promises, ...tasks]) {
          const clock = events.some((event) => event.type === 'clock.started' && event.data.dueAt === dueAt);
          require(clock, () => `nothing watches "${text}"`);
        }
      },
    };
  },
};

const SOONER = 'a merge gives no step more time';
const sooner: Law = {
  name: SOONER,
  watch() {
    const require = requiring(SOONER);
    return {
      accepted({ name, body, peer }, before, events) {
        if (name !== 'absorb' || before.absorbed.some(({ id }) => id === peer?.id)) return;
        const { clocks } = (body as { estate: Estate }).estate;
        const running = before.clocks.filter((clock) => clock.for === 'step' && clock.state === 'running');
        for (const { id, dueAt } of running) {
          const there = clocks.find(({ clockId }) => clockId === id);
          const moved = events.findLast((event) => event.type === 'clock.moved' && event.data.clockId === id);
          const ends = moved?.type === 'clock.moved' ? moved.data.dueAt : dueAt;
          require(ends === Math.min(dueAt, there?.dueAt ?? dueAt), () => `${id} ends at ${ends}, not the earlier`);
        }
      },
    };
  },
};

const AWAY = 'nothing is taken by what is being merged, and nothing but notes and links by what was';
const away: Law = {
  name: AWAY,
  watch() {
    const require = requiring(AWAY);
    return {
      accepted({ name, peer }, { merging, status }) {
        if (peer) return;
        require(merging === null, () => `${name} in what is being merged`);
        require(status !== 'merged' || name === 'add-note', () => `${name} in what was merged`);
      },
    };
  },
};

const UMBRELLA = 'what an umbrella shares is done by it alone, and by each escalation for itself in a later round';
const umbrella: Law = {
  name: UMBRELLA,
  watch() {
    const require = requiring(UMBRELLA);
    return {
      event(event: EscalationEvent, before) {
        if (event.type !== 'step.completed') return;
        const { step, sharedFrom } = event.data;
        const shared = before.round === 1 && ['investigation', 'solution'].includes(step);
        const by = shared ? before.umbrella : null;
        require(sharedFrom?.id === by?.id, () => `${step} done by ${sharedFrom?.ref ?? 'itself'}`);
      },
    };
  },
};

/** What holds between escalations that have to do with each other. */
export const togetherLaws: readonly Law[] = [leaves, keeps, sooner, away, umbrella];
