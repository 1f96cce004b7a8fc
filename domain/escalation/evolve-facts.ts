import type { CustomValue } from '../custom-field';
import type { Person } from '../people';
import { CUSTOM } from './custom/custom-fact';
import type { Evolver } from './evolver';
import type { Escalation } from './state';

const ACCOUNT_FACTS = ['tier', 'arr', 'customerSince', 'csmId'];

const amended: Evolver<'fact.amended'> = (state, { data }) => {
  if (data.fact === 'rootCause') return { ...state, rootCause: data.to as Escalation['rootCause'] };
  const { complaint } = state;
  if (data.fact.startsWith(CUSTOM)) {
    return { ...state, custom: { ...state.custom, [data.fact.slice(CUSTOM.length)]: data.to as CustomValue } };
  }
  if (ACCOUNT_FACTS.includes(data.fact)) {
    return { ...state, complaint: { ...complaint, account: { ...complaint.account, [data.fact]: data.to } } };
  }
  return { ...state, complaint: { ...complaint, [data.fact]: data.to } };
};

const assessed: Evolver<'priority.assessed'> = (state, { data }) => ({
  ...state,
  weighedLevel: data.level,
  priority: state.override ? { ...data, level: state.override.level } : data,
});

/** Who is back with the company strands nothing. */
function stillStranded({ stranded }: Escalation, people: readonly Person[]): readonly string[] {
  if (stranded.length === 0) return stranded;
  const back = people.filter(({ leftAt }) => leftAt === undefined).map(({ id }) => id);
  return stranded.filter((key) => !back.some((id) => key.startsWith(`${id}/`)));
}

const refreshed: Evolver<'people.refreshed'> = (state, { data }) => ({
  ...state,
  directoryVersion: data.version,
  people: { ...state.people, ...Object.fromEntries(data.people.map((person) => [person.id, person])) },
  duty: data.duty ?? state.duty,
  stranded: stillStranded(state, data.people),
});

const tagged: Evolver<'root-cause.tagged'> = (state, { data }) => ({
  ...state,
  rootCause: data.rootCause,
  rootCauseNote: data.note,
});

/** How facts change. */
export const factEvolvers = {
  'fact.amended': amended,
  'priority.assessed': assessed,
  'people.refreshed': refreshed,
  'root-cause.tagged': tagged,
};
