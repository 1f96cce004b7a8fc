import type { Evolver } from './evolver';
import type { Escalation } from './state';

const ACCOUNT_FACTS = ['tier', 'arr', 'customerSince', 'csmId'];

const amended: Evolver<'fact.amended'> = (state, { data }) => {
  if (data.fact === 'rootCause') return { ...state, rootCause: data.to as Escalation['rootCause'] };
  const { complaint } = state;
  if (ACCOUNT_FACTS.includes(data.fact)) {
    return { ...state, complaint: { ...complaint, account: { ...complaint.account, [data.fact]: data.to } } };
  }
  return { ...state, complaint: { ...complaint, [data.fact]: data.to } };
};

const assessed: Evolver<'priority.assessed'> = (state, { data }) => ({ ...state, priority: data });

const refreshed: Evolver<'people.refreshed'> = (state, { data }) => ({
  ...state,
  directoryVersion: data.version,
  people: { ...state.people, ...Object.fromEntries(data.people.map((person) => [person.id, person])) },
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
