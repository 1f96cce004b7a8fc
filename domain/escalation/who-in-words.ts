import { MANAGER_UPWARDS } from '../people';
import type { Who } from '../steps/step';
import { csmOf } from './chain';
import { knownPerson } from './known';
import type { Escalation } from './state';

/** Whoever may do something, as a sentence names them: `the owner, Anneke Voss`, `a contributor or a manager upwards`. */
export function whoInWords(state: Escalation, who: readonly Who[]): string {
  const upwards = MANAGER_UPWARDS.every((role) => who.includes(role));
  const others = upwards ? who.filter((one) => !MANAGER_UPWARDS.some((role) => role === one)) : who;
  const words = others.map((one) => inWords(state, one));
  return listed(upwards ? [...words, 'a manager upwards'] : words, 'or');
}

/** Several as a list in a sentence: `one, two and three`. */
export function listed(all: readonly string[], last: 'and' | 'or'): string {
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`;
}

function inWords(state: Escalation, who: Who): string {
  const owner = named('the owner', knownPerson(state, state.ownerId)?.name);
  const words: Partial<Record<Who, string>> = {
    'the-owner': owner,
    'the-csm': named("the account's CSM", csmOf(state)?.name),
    'the-responsible': 'whom a clock watches',
    'the-raiser': 'whoever raised it',
    'the-approver': 'whoever is asked to decide',
    'the-solver': state.ownerId ? owner : 'a manager upwards',
    'the-offered': 'whom it is offered to',
    anyone: 'anyone',
    vp: 'a VP',
  };
  return words[who] ?? `a ${who}`;
}

function named(place: string, name: string | undefined): string {
  return name ? `${place}, ${name}` : place;
}
