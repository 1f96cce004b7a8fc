import { hostname } from 'node:os';
import { STEPS } from '../../domain/steps/plan';

const STEPS_FOLLOW = ' steps:';

/**
 * What a worker calls itself towards Temporal: which of our processes it is, where, and the steps that it knows. So
 * anybody can tell whether a new release runs everywhere before a plan asks for what only it knows.
 */
export function workerIdentity(name: string): string {
  return `${name} ${hostname()}/${process.pid}${STEPS_FOLLOW}${Object.keys(STEPS).join(',')}`;
}

/** The steps that a worker of this identity knows; null where it is none of ours. */
export function stepsKnownTo(identity: string): string[] | null {
  const at = identity.indexOf(STEPS_FOLLOW);
  return at === -1 ? null : identity.slice(at + STEPS_FOLLOW.length).split(',');
}
