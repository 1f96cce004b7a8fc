/** The person with this id, if the escalation knows them; `constructor` and the like are nobody's id. */
export function knownPerson<One>({ people }: { people: Readonly<Record<string, One>> }, id: string | null | undefined) {
  return id && Object.hasOwn(people, id) ? (people[id] ?? null) : null;
}
