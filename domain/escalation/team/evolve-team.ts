import type { Evolver } from '../evolver';
import type { Escalation } from '../state';

const joined: Evolver<'team.joined'> = (state, { at, data: { personId, role } }) => ({
  ...state,
  team: [...state.team.filter((one) => one.personId !== personId), { personId, role, joinedAt: at }],
});

const left: Evolver<'team.left'> = (state, { data }) => ({
  ...state,
  team: state.team.filter(({ personId }) => personId !== data.personId),
});

const managerNamed: Evolver<'escalation-manager.named'> = (state, { data }) => ({
  ...state,
  escalationManagerId: data.personId,
});

const sponsorNamed: Evolver<'sponsor.named'> = (state, { data }) => ({ ...state, sponsor: data.sponsor });

const counterpartNamed: Evolver<'counterpart.named'> = (state, { data }) => ({
  ...state,
  counterpart: data.counterpart,
});

const unchanged = (state: Escalation) => state;

/** How the people around the owner change. */
export const teamEvolvers = {
  'team.joined': joined,
  'team.left': left,
  'escalation-manager.named': managerNamed,
  'sponsor.named': sponsorNamed,
  'sponsor.briefed': unchanged,
  'counterpart.named': counterpartNamed,
};
