import type { FieldProblem } from './rejection';
import { problemsOf } from './shape';
import { SHAPES } from './generated/shapes';

/** Whether this release has a step or command of this name. */
export function isKnownName(name: string): boolean {
  return Object.hasOwn(SHAPES, name);
}

/** What is wrong with the shape of a step's or command's body; empty where nothing is, or there is no such name. */
export function shapeProblems(name: string, body: unknown): FieldProblem[] {
  const shape = isKnownName(name) ? SHAPES[name] : undefined;
  return shape ? problemsOf(shape, body) : [];
}
