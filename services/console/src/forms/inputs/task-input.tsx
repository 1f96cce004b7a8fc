import type { ReactNode } from 'react';
import { FieldGroup } from '../field-group';
import { useField, useFormState, type InputProps } from '../form-context';
import { OptionChips } from './option-chips';
import { openTasks, TaskLabel } from './task-choice';

/** One of the tasks that are still to be done. */
export function TaskInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  const tasks = useFormState().escalation?.tasks ?? [];
  const options = openTasks(tasks).map((task) => ({ value: task.id, label: <TaskLabel {...{ task, tasks }} /> }));
  return (
    <FieldGroup label={schema.title ?? 'Task'} help={schema.description} error={error} required={required}>
      {options.length === 0 && <p className="text-ink-soft">No task is open.</p>}
      <OptionChips stacked options={options} value={text} onChange={set} onBlur={blur} invalid={Boolean(error)} />
    </FieldGroup>
  );
}
