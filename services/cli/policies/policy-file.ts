import { readFileSync } from 'node:fs';
import { messageOf, wrongUsage } from '../failure';
import type { WrittenPolicy } from './views';

/** The policy that a file holds as JSON; `-` is stdin. */
export function readPolicyFile(file: string): WrittenPolicy {
  const parsed = parse(file, read(file));
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as WrittenPolicy;
  return wrongUsage(
    `${file} does not hold a policy: it must be a JSON object, as \`upstairs policies show\` prints it.`,
  );
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return wrongUsage(`${file} cannot be read (${messageOf(error)}).`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return wrongUsage(`${file} is no valid JSON (${messageOf(error)}).`);
  }
}
