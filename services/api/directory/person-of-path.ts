import type { Person } from '../../../domain/people';
import { findPerson } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import { notFound } from '../problems/problem';

/** The person whom the path names, `me` being the caller. */
export async function personOfPath({ database }: ApiDeps, id: string, caller: Person): Promise<Person> {
  const person = await findPerson(database, id === 'me' ? caller.id : id);
  if (!person) throw notFound('person');
  return person;
}
