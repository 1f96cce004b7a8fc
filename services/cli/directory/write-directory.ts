import type { z } from 'zod';
import type { ApiClient } from '../api/client';
import { ApiRefusal } from '../api/problem';
import type { DirectoryRow } from './directory-csv';

/** An entry of the directory as the API takes it, by the line that it stands on. */
export interface DirectoryEntry<Entry> {
  line: number;
  entry: Entry;
}

/** Entries, and a sentence for each row that is none. */
export interface ParsedDirectory<Entry> {
  entries: DirectoryEntry<Entry>[];
  problems: string[];
}

const BATCH = 1_000;

/** Parses rows by a schema; a row that does not fit is reported by its line, and the rest goes on. */
export function parseRows<Entry>(
  rows: readonly DirectoryRow[],
  schema: z.ZodType<Entry>,
  shape: (cells: DirectoryRow['cells']) => unknown,
): ParsedDirectory<Entry> {
  const entries: DirectoryEntry<Entry>[] = [];
  const problems: string[] = [];
  for (const { line, cells } of rows) {
    const parsed = schema.safeParse(shape(cells));
    if (parsed.success) entries.push({ line, entry: parsed.data });
    else {
      const fields = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the row'}: ${message}`);
      problems.push(`line ${line}: ${fields.join('; ')}`);
    }
  }
  return { entries, problems };
}

/**
 * Writes entries by the API, as many at once as it takes. Those that it refuses are reported by their line and left
 * out, and the others are sent again: the API writes all of a list or nothing.
 */
export async function writeDirectory<Entry>(
  api: ApiClient,
  path: string,
  field: string,
  entries: readonly DirectoryEntry<Entry>[],
): Promise<{ counts: Record<string, number>; problems: string[] }> {
  const counts: Record<string, number> = {};
  const problems: string[] = [];
  for (let start = 0; start < entries.length; start += BATCH) {
    let batch = entries.slice(start, start + BATCH);
    while (batch.length > 0) {
      try {
        const answer = await api.post<Record<string, number>>(path, { [field]: batch.map(({ entry }) => entry) });
        for (const [name, count] of Object.entries(answer)) counts[name] = (counts[name] ?? 0) + count;
        break;
      } catch (error) {
        const refused = refusedEntries(error, field);
        if (refused.size === 0) throw error;
        for (const [index, why] of refused) problems.push(`line ${batch[index]?.line ?? '?'}: ${why.join('; ')}`);
        batch = batch.filter((_, index) => !refused.has(index));
      }
    }
  }
  return { counts, problems };
}

/** Which entries of a list the API found wrong, and why; none where the refusal speaks of something else. */
function refusedEntries(error: unknown, field: string): Map<number, string[]> {
  const refused = new Map<number, string[]>();
  if (!(error instanceof ApiRefusal)) return refused;
  for (const { pointer, detail } of error.errors) {
    const [, index, rest] = new RegExp(`^#/${field}/(\\d+)/?(.*)$`).exec(pointer) ?? [];
    if (index === undefined) continue;
    refused.set(Number(index), [...(refused.get(Number(index)) ?? []), `${rest || 'the row'}: ${detail}`]);
  }
  return refused;
}
