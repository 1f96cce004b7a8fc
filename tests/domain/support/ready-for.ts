import { missingBefore } from '../../../domain/escalation/stage';
import type { StepName } from '../../../domain/steps/plan';
import { bodyOf } from './bodies';
import { CAST } from './company';
import type { Story } from './story';

/** Completes everything that a step of the plan comes after, each by the first who may. */
export function readyFor(story: Story, step: StepName): Story {
  for (const name of missingBefore(story.state, step) as StepName[]) {
    if (!missingBefore(story.state, step).includes(name)) continue;
    readyFor(story, name);
    const now = Date.parse(story.now);
    const done = CAST.some((by) => {
      const body = bodyOf(name, story.state, now, { by, variant: 0, slip: 0 });
      return story.tries(by, name, body) === null;
    });
    if (!done) throw new Error(`nobody can complete ${name}`);
  }
  return story;
}
