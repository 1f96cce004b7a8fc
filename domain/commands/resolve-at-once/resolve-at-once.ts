import { checkTold } from '../../escalation/approvals/check-told';
import { holdOfMessage } from '../../escalation/approvals/held-message';
import { completeStep } from '../../escalation/complete-step';
import { checkRequiredFields } from '../../escalation/custom/required-fields';
import type { Draft } from '../../escalation/draft';
import { isDone } from '../../escalation/stage';
import { checkStep } from '../../escalation/standing';
import type { Escalation } from '../../escalation/state';
import type { Actor } from '../../people';
import { conflict, invalid, Rejected } from '../../rejection';
import { findStep } from '../../steps/plan';
import type { Attempt, StepDefinition } from '../../steps/step';
import type { CommandDefinition } from '../command';
import type { ResolveAtOnceBody } from './resolve-at-once.schema';

type Part = keyof ResolveAtOnceBody;

/** The steps that a first call may complete, with the part of the form that each is done by. */
const PARTS: Readonly<Record<string, Part>> = {
  intake: 'intake',
  investigation: 'investigation',
  solution: 'solution',
  'customer-update': 'customerUpdate',
};

/** Solved on the first call: the steps to the full account in one form, each with its own rules and record, or none. */
export const resolveAtOnce: CommandDefinition<ResolveAtOnceBody> = {
  name: 'resolve-at-once',
  title: 'Resolve at once',
  help: 'Solved on the first call: everything up to the full account in one form, each step with its own rules.',
  by: ['the-solver'],
  in: ['open'],
  ready(state) {
    if (stepsToDo(state).length === 0) conflict('already-done', 'Everything up to the full account is done already.');
    const between = stepsBetween(state);
    if (between.length > 0) {
      const titles = between.map((name) => findStep(name)?.title ?? name).join(' and ');
      conflict('too-early', `The plan has ${titles} in between: complete the steps one by one.`);
    }
  },
  perform(draft, { body, by }) {
    refuseDone(draft.state, body);
    for (const step of stepsToDo(draft.state)) completePart(draft, step, by, body);
  },
};

/** In the order of the plan. */
function stepsToDo(state: Escalation): StepDefinition[] {
  const names = state.plan.map(({ name }) => name).filter((name) => name in PARTS && !isDone(state, name));
  return names.flatMap((name) => findStep(name) ?? []);
}

/** Steps of the plan that have no part here, and that one of those to be done comes after. */
function stepsBetween(state: Escalation): string[] {
  const after = stepsToDo(state).flatMap(
    ({ name }) => state.plan.find((planned) => planned.name === name)?.after ?? [],
  );
  return [...new Set(after)].filter((name) => !(name in PARTS) && !isDone(state, name));
}

function refuseDone(state: Escalation, body: ResolveAtOnceBody): void {
  const done = Object.entries(PARTS).filter(([name, part]) => body[part] !== undefined && isDone(state, name));
  const first = done[0];
  if (first) conflict('already-done', `${findStep(first[0])?.title ?? first[0]} is done already: leave its part out.`);
}

function completePart(draft: Draft, step: StepDefinition, by: Actor, body: ResolveAtOnceBody): void {
  const part = PARTS[step.name] as Part;
  const given = body[part];
  if (given === undefined) {
    const detail = 'required: this step is not done yet';
    invalid('invalid-content', `${step.title} is not done yet: its part is missing.`, { pointer: `#/${part}`, detail });
  }
  try {
    checkStep(draft.state, step, by, draft.now);
    checkRequiredFields(draft.state, step);
    refuseHeld(draft, step, { body: given, by, now: draft.now });
    completeStep(draft, step, { body: given, by });
  } catch (error) {
    throw error instanceof Rejected ? within(part, error) : error;
  }
}

/** What somebody has to allow first waits for them: a form that is done at once cannot. */
function refuseHeld({ state }: Draft, step: StepDefinition, wanted: Attempt<unknown>): void {
  const told = step.tells?.(wanted.body);
  if (told) checkTold(state, told);
  const hold = step.holds?.(state, wanted) ?? holdOfMessage(state, step.name, told);
  if (hold)
    conflict('needs-approval', `${step.title} is to be allowed first, ${hold.because}: do the steps one by one.`);
}

/** The refusal of a part, with its fields as they stand in the whole form. */
function within(part: Part, { rejection }: Rejected): Rejected {
  const errors = rejection.errors?.map(({ pointer, detail }) => ({ pointer: `#/${part}${pointer.slice(1)}`, detail }));
  return new Rejected({ ...rejection, ...(errors && { errors }) });
}
