import { COMMANDS } from '../../domain/commands/commands';
import { STEPS } from '../../domain/steps/plan';
import { Refusal } from './refusal';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 40;

/** Clocks, updates, queries and activities that go by these names already. */
const OURS = ['keep-informed', 'commitment', 'task', 'approval', 'state', 'time-moved', 'deliver', 'record', 'resolve'];

/** What cannot name a constant of a module, or is found on every object. */
const RESERVED = (
  'arguments as async await break case catch class const constructor continue debugger default delete do else enum ' +
  'eval export extends false finally for from function if implements import in instanceof interface let new null of ' +
  'package private protected prototype public return satisfies static super switch this throw true try type typeof ' +
  'undefined var void while with yield'
).split(' ');

/**
 * Checks the name of a new step.
 * @throws Refusal
 */
export function checkNewName(name: string): void {
  if (!KEBAB.test(name)) {
    throw new Refusal(
      `"${name}" is no name for a step: small letters and digits, words joined by "-", as legal-review.`,
    );
  }
  if (name.length > LONGEST) throw new Refusal(`The name has ${name.length} characters: ${LONGEST} at most.`);
  if (Object.hasOwn(STEPS, name)) throw new Refusal(`There is a step "${name}" already.`);
  if (Object.hasOwn(COMMANDS, name)) throw new Refusal(`"${name}" is a command; a step needs a name of its own.`);
  if (OURS.includes(name)) throw new Refusal(`"${name}" names something else in an escalation already.`);
  if (RESERVED.includes(name)) throw new Refusal(`"${name}" is a reserved word of the language.`);
}

/** The name as a constant: demoCheck. */
export function constantOf(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
}

/** The name as a type: DemoCheck. */
export function typeOf(name: string): string {
  const constant = constantOf(name);
  return `${constant.charAt(0).toUpperCase()}${constant.slice(1)}`;
}

/** The name as people read it: Demo check. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
