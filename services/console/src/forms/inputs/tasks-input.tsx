import type { ReactNode } from 'react';
import { FieldGroup } from '../field-group';
import { textAt } from '../field-schema';
import { useField, useFormState, type InputProps } from '../form-context';
import { openTasks, TaskLabel } from './task-choice';

/** Some of the tasks that are still to be done; of a task that is changed, those it comes after until then. */
export function TasksInput({ path, schema, required }: InputProps): ReactNode {
  const { value, set, blur, error } = useField(path);
  const form = useFormState();
  const tasks = form.escalation?.tasks ?? [];
  const changed = tasks.find(({ id }) => id === textAt(form.value, ['taskId']));
  const chosen = Array.isArray(value) ? (value as string[]) : (changed?.after ?? []);
  const offered = openTasks(tasks).filter(({ id }) => id !== changed?.id);
  const toggle = (id: string) => set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  if (offered.length === 0) return null;
  return (
    <FieldGroup label={schema.title ?? 'Tasks'} help={schema.description} error={error} required={required}>
      <div className="flex flex-col gap-1">
        {offered.map((task) => (
          <label key={task.id} className="flex min-h-10 cursor-pointer items-start gap-3 py-1 max-sm:min-h-11">
            <input
              type="checkbox"
              checked={chosen.includes(task.id)}
              onChange={() => toggle(task.id)}
              onBlur={blur}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <TaskLabel {...{ task, tasks }} />
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
