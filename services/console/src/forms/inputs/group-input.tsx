import type { ReactNode } from 'react';
import { FieldGroup } from '../field-group';
import { useField, useFormState, type InputProps } from '../form-context';

/** Fields that belong together: somebody consulted and what they said, a contact's name and address. */
export function GroupInput({ path, schema, required }: InputProps): ReactNode {
  const { error } = useField(path);
  const { Input } = useFormState();
  return (
    <FieldGroup
      label={schema.title ?? path.at(-1) ?? ''}
      help={schema.description}
      error={error}
      required={required}
      framed
    >
      <div className="space-y-4">
        {Object.entries(schema.properties ?? {}).map(([name, field]) => (
          <Input key={name} path={[...path, name]} schema={field} required={schema.required?.includes(name) === true} />
        ))}
      </div>
    </FieldGroup>
  );
}
