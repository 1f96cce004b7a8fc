import type { PreferencesView } from '../../services/api/views/preferences.schema';
import type { World } from '../support/world';

/** Puts somebody's preferences back to what everybody begins with, the first-visit tour seen or not. */
export async function usualPreferences({ apiUrl, people }: World, personId: string, tourSeen = true): Promise<void> {
  const key = people.find(({ id }) => id === personId)?.key ?? '';
  const usual: PreferencesView = {
    ...{ theme: 'system', times: 'relative', timeZone: null, hour12: null, reducedMotion: false, tourSeen },
  };
  const answer = await fetch(`${apiUrl}/v1/me/preferences`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(usual),
  });
  if (!answer.ok) throw new Error(`preferences of ${personId}: ${answer.status}`);
}
