import type { FieldProblem } from '../rejection';
import type { KnownSteps } from './plan';
import { STEPS, waitsFor } from './plan';

/** What no plan does without, and where it stands: an escalation begins with its intake and ends with its check-in. */
const FIRST = 'intake';
const LAST_TWO = ['closure', 'check-in'] as const;
/** As many steps as a plan has at most. */
const MOST_STEPS = 30;

/** What is wrong with a policy's plan; empty where an escalation can be brought to its end by it. */
export function checkPlan(names: readonly string[], known: KnownSteps = STEPS): FieldProblem[] {
  if (names.length > MOST_STEPS) return [{ pointer: '#/plan', detail: `has over ${MOST_STEPS} steps` }];
  const each = names.flatMap((name, index) => stepProblems(names, index, known).map(at(`#/plan/${index}`)));
  return each.length > 0 ? each : [...endProblems(names).map(at('#/plan')), ...orderProblems(names, known)];
}

const at = (pointer: string) => (detail: string) => ({ pointer, detail });

function stepProblems(names: readonly string[], index: number, known: KnownSteps): string[] {
  const name = names[index] ?? '';
  const step = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!step) return [`there is no step "${name.slice(0, 60)}"; there are ${Object.keys(known).join(', ')}`];
  if (step.retired) return [`${name} is retired: no new escalation gets it`];
  return names.indexOf(name) < index ? [`${name} is in the plan twice`] : [];
}

function endProblems(names: readonly string[]): string[] {
  const absent = [FIRST, ...LAST_TWO].filter((name) => !names.includes(name));
  if (absent.length > 0) return [`lacks ${absent.join(' and ')}`];
  const begins = names[0] === FIRST;
  const ends = LAST_TWO.every((name, index) => names.at(index - LAST_TWO.length) === name);
  return begins && ends ? [] : [`begins with ${FIRST} and ends with ${LAST_TWO.join(' and ')}`];
}

/** Each step stands behind all that it waits for: so the plan holds them, and no two wait for each other. */
function orderProblems(names: readonly string[], known: KnownSteps): FieldProblem[] {
  const steps = names.flatMap((name) => known[name] ?? []);
  return steps.flatMap((step, index) => {
    const missing = step.after.filter((name) => !names.includes(name));
    const behind = waitsFor(step.name, steps).filter((name) => names.indexOf(name) > index);
    return [
      ...missing.map((name) => `${step.name} comes after ${name}, which the plan lacks`),
      ...behind.map((name) => {
        const both = waitsFor(name, steps).includes(step.name);
        return both
          ? `${step.name} and ${name} wait for each other`
          : `${step.name} stands before ${name}, and waits for it`;
      }),
    ].map(at(`#/plan/${index}`));
  });
}
