import { sessionQuery } from '../session/session';
import { queryClient } from './query-client';

/** Who watches everything begins at the board, who works on some at their own work. */
const WATCHING = ['manager', 'director', 'vp', 'executive', 'escalation-manager', 'admin'];

/** Where this person begins. */
export async function homeOf(): Promise<'/board' | '/work'> {
  const { person } = await queryClient.fetchQuery(sessionQuery);
  return !person || person.roles.some((role) => WATCHING.includes(role)) ? '/board' : '/work';
}
