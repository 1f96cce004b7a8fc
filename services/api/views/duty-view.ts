import type { z } from 'zod';
import type { Person } from '../../../domain/people';
import type { DutyStretch } from '../../shared/duty/duty-coverage';
import type { dutyGapSchema, dutySchema } from './duty.schema';
import { iso } from './moments';

const MOST_STRETCHES = 500;

/** The JSON of who is on duty. */
export type DutyView = z.infer<typeof dutySchema>;

/** The JSON of a gap. */
export type DutyGapView = z.infer<typeof dutyGapSchema>;

/** Who answers from a moment on, as JSON. */
export function dutyView(stretches: readonly DutyStretch[], fromAt: number, toAt: number): DutyView {
  const shown = stretches.slice(0, MOST_STRETCHES);
  return {
    ...{ asOf: iso(fromAt), until: iso(toAt) },
    shifts: shown.map(({ fromAt: from, toAt: until, onShift, answers, by, gap }) => ({
      ...{ from: iso(from), until: iso(until), onShift: ref(onShift), answers: ref(answers), by, gap },
    })),
    gaps: gapViews(shown),
    more: stretches.length > shown.length,
  };
}

/** The times for which nobody is on duty. */
export function gapViews(stretches: readonly DutyStretch[]): DutyGapView[] {
  return stretches
    .filter(({ gap }) => gap)
    .map((stretch) => ({ from: iso(stretch.fromAt), until: iso(stretch.toAt), because: why(stretch) }));
}

function why({ onShift, answers }: DutyStretch): string {
  const otherwise = answers ? `${answers.name} is the next of the duty list` : 'nobody of the duty list is here';
  if (!onShift) return `nobody has this shift, and ${otherwise}`;
  return `${onShift.name}, whose shift it is, is away and nobody stands in; ${otherwise}`;
}

function ref(person: Person | null): { id: string; name: string } | null {
  return person && { id: person.id, name: person.name };
}
