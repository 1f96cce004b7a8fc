import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { FieldGroup } from '../field-group';
import type { FieldSchema } from '../field-schema';
import { presets } from '../first-value';
import { useField, type InputProps } from '../form-context';
import { GroupInput } from './group-input';

/** Groups of fields one below the other: promises to the customer, what their executive agreed to do. */
export function ListInput({ path, schema, required }: InputProps): ReactNode {
  const { value, set, error } = useField(path);
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const most = schema.maxItems ?? 20;
  const noun = schema.input === 'commitments' ? 'commitment' : 'line';
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('fieldset:last-of-type :is(input, textarea)')?.focus();
  }, [rows.length]);
  return (
    <FieldGroup label={schema.title ?? 'List'} help={schema.description} error={error} required={required}>
      <div ref={list} className="space-y-3">
        {rows.map((_row, index) => (
          <ListRow
            // A row has no name of its own; what stands in it is kept by the form, not by the row.
            key={index}
            path={[...path, String(index)]}
            schema={schema.items ?? {}}
            name={`${noun} ${index + 1}`}
            onRemove={
              rows.length > (schema.minItems ?? 0) ? () => set(rows.filter((_, at) => at !== index)) : undefined
            }
          />
        ))}
        <Button
          small
          icon={<Plus aria-hidden className="size-4" />}
          disabled={rows.length >= most}
          onClick={() => {
            added.current = true;
            set([...rows, presets(schema.items ?? {})]);
          }}
        >
          {rows.length === 0 ? `Add a ${noun}` : 'Add another'}
        </Button>
      </div>
    </FieldGroup>
  );
}

interface RowProps {
  path: readonly string[];
  schema: FieldSchema;
  name: string;
  onRemove: (() => void) | undefined;
}

function ListRow({ path, schema, name, onRemove }: RowProps): ReactNode {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return (
    <div className="space-y-1">
      <GroupInput path={path} schema={{ ...schema, title }} required />
      {onRemove && (
        <Button small kind="quiet" icon={<Trash2 aria-hidden className="size-4" />} onClick={onRemove}>
          Remove {name}
        </Button>
      )}
    </div>
  );
}
