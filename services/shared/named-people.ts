/** The fields of a step's or command's body that hold the id of a person. */
const PERSON_FIELDS = new Set(['ownerId', 'responsibleId', 'personId', 'csmId', 'toId', 'approverId']);

/** The ids of everybody whom a body names, however deep. */
export function namedPeople(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(namedPeople);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([field, value]: [string, unknown]) =>
    PERSON_FIELDS.has(field) && typeof value === 'string' ? [value] : namedPeople(value),
  );
}
