import { COMMANDS, findCommand } from '../commands/commands';
import type { Actor } from '../people';
import type { Rejection } from '../rejection';
import { Rejected } from '../rejection';
import { findStep } from '../steps/plan';
import { checkCommand, checkStep } from './standing';
import type { Escalation } from './state';

/** Something that a person could do here, and why not now. */
export interface Action {
  name: string;
  kind: 'step' | 'command';
  refusal: Rejection | null;
}

/** Every step and command with what stands in this person's way, whatever they would say in it. */
export function actionsFor(state: Escalation, person: Actor, now: number): Action[] {
  const steps = state.plan.flatMap(({ name }) => {
    const step = findStep(name);
    return step ? [{ name, kind: 'step' as const, refusal: refusalOf(() => checkStep(state, step, person, now)) }] : [];
  });
  const commands = Object.values(COMMANDS).map((command) => ({
    name: command.name,
    kind: 'command' as const,
    refusal: refusalOf(() => checkCommand(state, command, person, now)),
  }));
  return [...steps, ...commands];
}

/** Whether nothing stands in this person's way to do one thing here. */
export function mayDo(
  state: Escalation,
  { kind, name }: Pick<Action, 'kind' | 'name'>,
  person: Actor,
  now = state.lastAt,
): boolean {
  if (kind === 'step') {
    const step = findStep(name);
    return step !== undefined && refusalOf(() => checkStep(state, step, person, now)) === null;
  }
  const command = findCommand(name);
  return command !== undefined && refusalOf(() => checkCommand(state, command, person, now)) === null;
}

function refusalOf(check: () => void): Rejection | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Rejected) return error.rejection;
    throw error;
  }
}
