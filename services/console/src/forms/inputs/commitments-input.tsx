import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { FieldGroup } from '../field-group';
import type { FieldSchema } from '../field-schema';
import { useField, type InputProps } from '../form-context';
import { GroupInput } from './group-input';

/** Promises to the customer, one below the other: each with its date and the person who keeps it. */
export function CommitmentsInput({ path, schema, required }: InputProps): ReactNode {
  const { value, set, error } = useField(path);
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const most = schema.maxItems ?? 20;
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus();
  }, [rows.length]);
  return (
    <FieldGroup label={schema.title ?? 'Commitments'} help={schema.description} error={error} required={required}>
      <div ref={list} className="space-y-3">
        {rows.map((_row, index) => (
          <CommitmentRow
            // A row has no name of its own; what stands in it is kept by the form, not by the row.
            key={index}
            path={[...path, String(index)]}
            schema={schema.items ?? {}}
            number={index + 1}
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
            set([...rows, { text: '', dueAt: '', responsibleId: '' }]);
          }}
        >
          {rows.length === 0 ? 'Add a commitment' : 'Add another'}
        </Button>
      </div>
    </FieldGroup>
  );
}

function CommitmentRow({
  path,
  schema,
  number,
  onRemove,
}: {
  path: readonly string[];
  schema: FieldSchema;
  number: number;
  onRemove: (() => void) | undefined;
}): ReactNode {
  return (
    <div className="space-y-1">
      <GroupInput path={path} schema={{ ...schema, title: `Commitment ${number}` }} required />
      {onRemove && (
        <Button small kind="quiet" icon={<Trash2 aria-hidden className="size-4" />} onClick={onRemove}>
          Remove commitment {number}
        </Button>
      )}
    </div>
  );
}
