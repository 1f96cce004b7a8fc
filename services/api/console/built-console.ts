import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the build puts the console, seen from this compiled file. */
const FOLDER = path.resolve(__dirname, '../../console');
/** What the build leaves where each page's nonce belongs. */
const NONCE = /__CSP_NONCE__/g;

/** The console as it was built. */
export interface BuiltConsole {
  folder: string;
  /** Its one page, with the nonce that the policy of the same answer names. */
  page(nonce: string): string;
}

/** The console; null where only the API was built. The page is read again when a build has replaced it. */
export function builtConsole(folder: string = FOLDER): BuiltConsole | null {
  const file = path.join(folder, 'index.html');
  if (!existsSync(file)) return null;
  return { folder, page: (nonce) => readFileSync(file, 'utf8').replaceAll(NONCE, nonce) };
}
