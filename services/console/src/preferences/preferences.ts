import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PreferencesView } from '../../../api/views/preferences.schema';
import { keys } from '../api/keys';
import { request } from '../api/request';
import { useSession } from '../session/session';
import { applyTheme } from './theme';

const STORED = 'upstairs.preferences';

/** What holds until a person has chosen. */
const usual: PreferencesView = {
  theme: 'system',
  times: 'relative',
  timeZone: null,
  hour12: null,
  reducedMotion: false,
  tourSeen: false,
};

/** This person's preferences: the server keeps them, this browser remembers the last so that nothing flickers. */
export function usePreferences(): PreferencesView {
  const person = useSession()?.person;
  const query = useQuery({
    queryKey: keys.preferences(),
    queryFn: async () => {
      const preferences = await request<PreferencesView>('/v1/me/preferences');
      show(preferences);
      return preferences;
    },
    enabled: Boolean(person),
    staleTime: Infinity,
  });
  return query.data ?? remembered();
}

/** Whether the server has answered: until then what this browser remembers is shown, and no tour begins. */
export function usePreferencesKnown(): boolean {
  return useQueryClient().getQueryData(keys.preferences()) !== undefined;
}

/** Changes some of them: at once here, and for good on the server; what it refuses is taken back. */
export function useChangePreferences(): (change: Partial<PreferencesView>) => Promise<void> {
  const client = useQueryClient();
  return async (change) => {
    const before = client.getQueryData<PreferencesView>(keys.preferences()) ?? remembered();
    const after = { ...before, ...change };
    client.setQueryData(keys.preferences(), after);
    show(after);
    try {
      await request('/v1/me/preferences', { method: 'PUT', body: after });
    } catch (error) {
      client.setQueryData(keys.preferences(), before);
      show(before);
      throw error;
    }
  };
}

function remembered(): PreferencesView {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<PreferencesView>) };
  } catch {
    return usual;
  }
}

function show(preferences: PreferencesView): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing asks the server each time.
  }
  applyTheme(preferences);
}
