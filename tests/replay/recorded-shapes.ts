import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SHAPES } from '../../domain/generated/shapes';
import type { Shape } from '../../domain/shape';
import { repository } from '../../infra/local/folders';

const FOLDER = path.join(repository, 'tests/replay/shapes');

/** By what shapes a release checked the bodies of steps and commands. */
export interface RecordedShapes {
  release: string;
  shapes: Readonly<Record<string, Shape>>;
}

/** The shapes of every release. */
export function readShapes(): RecordedShapes[] {
  return readdirSync(FOLDER).map((file) => ({
    release: path.basename(file, '.json'),
    shapes: JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as RecordedShapes['shapes'],
  }));
}

/** Keeps the shapes of today as those of a release, unless it has its own. */
export function recordShapes(release: string): void {
  const file = path.join(FOLDER, `${release}.json`);
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(SHAPES)}\n`);
}
