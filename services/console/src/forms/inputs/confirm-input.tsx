import { useId, type ReactNode } from 'react';
import { useField, type InputProps } from '../form-context';

/** Something that one puts one's name to. */
export function ConfirmInput({ path, schema, required }: InputProps): ReactNode {
  const { value, set, blur, error } = useField(path);
  const id = useId();
  const describedBy = [schema.description ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="flex min-h-10 cursor-pointer items-center gap-3 font-medium max-sm:min-h-11">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.target.checked ? true : '')}
          onBlur={blur}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
          className="size-5 shrink-0 accent-accent"
        />
        {schema.title ?? path.at(-1)}
      </label>
      {schema.description && (
        <p id={`${id}-help`} className="text-sm text-ink-soft">
          {schema.description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
