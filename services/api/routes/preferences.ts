import { readPreferences, writePreferences } from '../../shared/store/preferences';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { preferencesSchema } from '../views/preferences.schema';

/** How I want the console; kept with the person, so it is the same in every browser. */
export const preferencesEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'getPreferences',
    method: 'get',
    path: '/v1/me/preferences',
    tag: 'Me',
    summary: 'How I want the console',
    answers: { 200: { description: 'My preferences.', schema: preferencesSchema } },
    problems: [],
    handle: async ({ deps, caller }) => ok(await readPreferences(deps.database, caller.person.id)),
  }),
  endpoint({
    id: 'putPreferences',
    method: 'put',
    path: '/v1/me/preferences',
    tag: 'Me',
    summary: 'Replace my preferences',
    body: preferencesSchema,
    answers: { 200: { description: 'My preferences as they are now.', schema: preferencesSchema } },
    problems: [],
    handle: async ({ deps, body, caller }) => {
      await writePreferences(deps.database, caller.person.id, body);
      return ok(body);
    },
  }),
];
