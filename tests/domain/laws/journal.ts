import { decide } from '../../../domain/escalation/decide';
import { evolve, evolveAll } from '../../../domain/escalation/evolve';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Law } from './law';
import { requiring } from './law';
import { same } from './same';

/** Going through JSON costs more than all else together: lives of these numbers of events do. */
const JSON_EVERY = 8;

const REBUILD = 'events alone rebuild the state, also once they were JSON';
const rebuild: Law = {
  name: REBUILD,
  watch() {
    const require = requiring(REBUILD);
    return {
      end(state, events) {
        require(same(evolveAll(null, events), state), () => `the fold of ${events.length} events is another state`);
        if (events.length % JSON_EVERY !== 0) return;
        const read = JSON.parse(JSON.stringify(events)) as EscalationEvent[];
        require(same(evolveAll(null, read), state), () => 'the fold of events read from JSON is another state');
        require(same(JSON.parse(JSON.stringify(state)), state), () => 'the state is not plain JSON');
      },
    };
  },
};

const GAPLESS = 'seqs are without gaps, times never go back, and what does not follow is not folded';
const gapless: Law = {
  name: GAPLESS,
  watch() {
    const require = requiring(GAPLESS);
    return {
      event(event, before, after) {
        require(event.seq === before.seq + 1 && after.seq === event.seq, () => `${event.seq} after ${before.seq}`);
        require(event.at >= before.lastAt && after.lastAt === event.at, () => `${event.at} after ${before.lastAt}`);
      },
      end(state, events) {
        const last = events.at(-1) as EscalationEvent;
        require(last.type === 'escalation.raised' || throws(() => evolve(state, last)), () =>
          'a second time is folded');
      },
    };
  },
};

const STATUS_OF: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(
    ['too-early', 'already-done', 'not-open', 'not-now', 'commitments-open', 'no-csm', 'not-in-plan'].map((type) => [
      type,
      [409],
    ]),
  ),
  ...Object.fromEntries(
    ['merging', 'merged-already', 'merges-cross', 'not-mergeable', 'not-joinable', 'shared-step'].map((type) => [
      type,
      [409],
    ]),
  ),
  'unknown-escalation': [422],
  ...Object.fromEntries(['not-asked', 'paused-already', 'would-breach', 'needs-approval'].map((type) => [type, [409]])),
  ...Object.fromEntries(['field-missing', 'unknown-field', 'unknown-policy'].map((type) => [type, [422]])),
  'not-allowed': [403],
  ...Object.fromEntries(['needs-approval', 'remedy-undecided'].map((type) => [type, [409]])),
  ...Object.fromEntries(['own-approval', 'beyond-authority'].map((type) => [type, [403]])),
  ...Object.fromEntries(['promise-before-tasks', 'unknown-approval'].map((type) => [type, [422]])),
  'unknown-command': [404],
  ...Object.fromEntries(
    ['unknown-person', 'not-eligible', 'unavailable-person', 'acknowledgment-incomplete', 'acknowledgment-impersonal']
      .concat([
        'invalid-content',
        'contact-missing',
        'unknown-commitment',
        'unknown-clock',
        'unknown-task',
        'task-cycle',
        'malformed',
      ])
      .map((type) => [type, [422]]),
  ),
};

const REFUSAL = 'a rejection is typed, says what is wrong, changes nothing, and comes again';
const refusal: Law = {
  name: REFUSAL,
  watch() {
    const require = requiring(REFUSAL);
    let refusals = 0;
    return {
      refused(rejection, command, before, now) {
        const { type, status, detail, errors = [] } = rejection;
        require(STATUS_OF[type]?.includes(status) === true, () => `${type} with status ${status}`);
        require(detail.length > 10 && !/undefined|null|\[object/.test(detail), () => `says "${detail}"`);
        require(status !== 422 || errors.length > 0, () => `${type} names no field`);
        require(errors.every(({ pointer }) => pointer.startsWith('#')), () => `points to ${errors[0]?.pointer}`);
        refusals += 1;
        if (refusals % 4 !== 1 || type === 'malformed') return;
        const again = decide(before, command, now);
        const same = !again.ok && JSON.stringify(again.rejection) === JSON.stringify(rejection);
        require(same, () => `${command.name} is answered otherwise the second time`);
      },
      event(_event, before, after) {
        require(before !== after, () => 'the state was changed in place');
      },
    };
  },
};

function throws(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

/** The journal is the memory, and a refusal leaves no trace in it. */
export const journalLaws: readonly Law[] = [rebuild, gapless, refusal];
