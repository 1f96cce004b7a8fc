import { queryOptions } from '@tanstack/react-query';
import type { FormView, FormsView } from '../../../api/views/form.schema';
import { keys } from '../api/keys';
import { request } from '../api/request';
import type { ActionName } from './action';
import type { FieldSchema } from './field-schema';

/** Every step and command as a form; they change with a new version only. */
export const formsQuery = queryOptions({
  queryKey: keys.forms(),
  queryFn: ({ signal }) => request<FormsView>('/v1/forms', { signal }),
  staleTime: Infinity,
});

/** The form of one of them. */
export function formOf(forms: FormsView, { name, kind }: ActionName): FormView | undefined {
  const all = kind === 'step' ? forms.steps : forms.commands;
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

/** The schema of a form's body. */
export function schemaOf(form: FormView): FieldSchema {
  return form.schema;
}
