import { existsSync } from 'node:fs';
import path from 'node:path';

/** The repository's folder, found from here upwards: this runs compiled in dist/ and, in tests, where it stands. */
export const repository = folderWith('package.json', __dirname);

/** The folder that holds everything a local system keeps: UPSTAIRS_DATA, or .upstairs in the repository. */
export function dataFolder(): string {
  return path.resolve(repository, process.env.UPSTAIRS_DATA || '.upstairs');
}

function folderWith(name: string, start: string): string {
  let folder = start;
  while (!existsSync(path.join(folder, name))) folder = path.dirname(folder);
  return folder;
}
