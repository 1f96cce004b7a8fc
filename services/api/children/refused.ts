import { toProblem } from '../problems/error-handler';
import { problemBody } from '../problems/problem';
import type { RefusedView } from '../views/children.schema';

/**
 * A refusal of one of many, as a part of the answer.
 * @throws the error itself where it failed on our side: the whole request is to be tried again
 */
export function refused(error: unknown): RefusedView {
  const problem = toProblem(error);
  if (problem.status >= 500) throw error;
  const { errors, ...told } = problemBody(problem);
  return { outcome: 'refused', problem: { ...told, ...(errors && { errors: [...errors] }) } };
}
