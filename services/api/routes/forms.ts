import { currentPolicy } from '../../shared/store/policies';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { formsSchema } from '../views/form.schema';
import { formsView } from '../views/form-view';

/** The forms of all steps and commands. */
export const formsEndpoint: AnyEndpoint = endpoint({
  id: 'listForms',
  method: 'get',
  path: '/v1/forms',
  tag: 'Escalations',
  summary: 'Every step and command as a form',
  description:
    'The schema of each body with the words beside its fields. They change with the version of Upstairs, and with the fields of its policy.',
  answers: { 200: { description: 'The forms, by name.', schema: formsSchema } },
  problems: [],
  handle: async ({ deps }) => ok(formsView((await currentPolicy(deps.database)).fields)),
});
