import type { Evolver } from '../evolver';

const overridden: Evolver<'priority.overridden'> = (state, { at, actor, data: { level, reason, untilAt } }) => {
  if (!actor) throw new Error('priority.overridden without a person');
  return {
    ...state,
    override: { level, reason, by: actor, at, untilAt },
    priority: { ...state.priority, level },
  };
};

const ended: Evolver<'priority.override-ended'> = (state) => ({
  ...state,
  override: null,
  priority: { ...state.priority, level: state.weighedLevel },
});

/** How a level set by a person changes the state. */
export const overrideEvolvers = {
  'priority.overridden': overridden,
  'priority.override-ended': ended,
};
