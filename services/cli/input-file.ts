import { readFileSync } from 'node:fs';
import { messageOf, wrongUsage } from './failure';

/**
 * The text of a file; `-` is stdin.
 * @param what what it is to hold, where a message should rather name that
 */
export function readInput(file: string, what = file): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return wrongUsage(`${what} cannot be read (${messageOf(error)}).`);
  }
}

/**
 * The JSON object of a file; `-` is stdin.
 * @param what what it is to hold, as in "a rota"
 * @param printedBy the command that prints one
 */
export function readJsonObject(file: string, what: string, printedBy: string): Record<string, unknown> {
  const parsed = parse(file, readInput(file));
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  return wrongUsage(`${file} does not hold ${what}: it must be a JSON object, as \`${printedBy}\` prints it.`);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return wrongUsage(`${file} is no valid JSON (${messageOf(error)}).`);
  }
}
