import { z } from 'zod';
import { ROLES } from '../../../domain/people';
import type { Role } from '../../../domain/people';
import { identifier, line, mailAddress, moment } from '../../../domain/text.schema';
import { readFlag } from '../import/values';
import type { DirectoryRow, DirectoryShape } from './directory-csv';
import type { DirectoryEntry } from './write-directory';

/** The columns of a file of people. */
export const PEOPLE_SHAPE: DirectoryShape = {
  columns: ['id', 'name', 'title', 'email', 'roles', 'function', 'managerId', 'zone', 'available', 'leftAt'],
  required: ['id', 'name', 'title', 'email', 'roles', 'function'],
};

/** A person as the API takes them. */
export const personEntrySchema = z.object({
  id: identifier,
  name: line(200),
  title: line(200),
  email: mailAddress,
  roles: z.array(z.enum(ROLES as [Role, ...Role[]])).min(1, 'at least one role'),
  function: line(100),
  managerId: identifier.nullable(),
  zone: z.string().optional(),
  available: z.boolean({ error: 'must be yes or no' }),
  leftAt: moment.optional(),
});

/** One person of the file. */
export type PersonEntry = z.infer<typeof personEntrySchema>;

/** A row as a person: roles are separated by semicolons; no manager, no zone (UTC) and available unless it is said. */
export function personOf(cells: DirectoryRow['cells']): unknown {
  const { roles, available, managerId, ...rest } = cells;
  return {
    ...rest,
    roles: (roles ?? '')
      .split(/[;,|]/)
      .map((role) => role.trim().toLowerCase())
      .filter(Boolean),
    managerId: managerId ?? null,
    available: flagOr(available, true),
  };
}

/** Managers before those who report to them: the API knows nobody who is not written yet. */
export function managersFirst(entries: readonly DirectoryEntry<PersonEntry>[]): DirectoryEntry<PersonEntry>[] {
  const managerOf = new Map(entries.map(({ entry }) => [entry.id, entry.managerId]));
  const depth = (id: string) => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = id; at != null && !seen.has(at); at = managerOf.get(at)) seen.add(at);
    return seen.size;
  };
  return entries
    .map((entry) => ({ entry, depth: depth(entry.entry.id) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ entry }) => entry);
}

function flagOr(text: string | undefined, otherwise: boolean): boolean | string {
  try {
    return readFlag('available', text) ?? otherwise;
  } catch {
    return text ?? '';
  }
}
