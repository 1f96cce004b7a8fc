/** Epoch milliseconds as ISO 8601 in UTC. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** The same where it may be unknown. */
export function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
