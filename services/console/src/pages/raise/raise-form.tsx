import type { ReactNode } from 'react';
import { FieldInput } from '../../forms/field-input';
import type { FieldSchema, Path } from '../../forms/field-schema';
import { schemaAt } from '../../forms/field-schema';
import { Card } from '../../ui/card';
import { AccountInput } from './account-input';
import { raiseFields } from './raise-fields';

/** The fields that are needed in the first minute. */
export function FirstFields({ beside }: { beside: ReactNode }): ReactNode {
  return (
    <Card title="The complaint">
      <div className="space-y-5">
        <AccountInput />
        <At path={['summary']} required />
        {beside}
        <At path={['narrative']} />
        <div className="grid gap-5 sm:grid-cols-2">
          <At path={['severity']} required />
          <At path={['door']} required />
          <At path={['contact', 'name']} label="Who complained" />
          <At path={['contact', 'email']} label="Their mail address" />
        </div>
        <div className="grid gap-x-5 gap-y-2 sm:grid-cols-2">
          <At path={['public']} />
          <At path={['threatensPublic']} />
          <At path={['threatensLegal']} />
        </div>
      </div>
    </Card>
  );
}

interface MoreProps {
  /** The whole form, with what the policy asks for besides. */
  schema: FieldSchema;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** What is rarely known in the first minute, and can be corrected later. */
export function MoreFields({ schema, open, onToggle }: MoreProps): ReactNode {
  const custom = schemaAt(schema, ['custom']);
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && onToggle(currentTarget.open)}
      className="rounded-xl border border-line bg-surface"
    >
      <summary className="cursor-pointer rounded-xl px-4 py-3 font-semibold">More, where you know it</summary>
      <div className="space-y-5 border-t border-line p-4">
        <At path={['receivedAt']} />
        <At path={['externalRef']} />
        <div className="grid gap-5 sm:grid-cols-2">
          <At path={['scope']} />
          <At path={['origin']} />
          <At path={['account', 'tier']} />
          <At path={['account', 'customerSince']} />
        </div>
        <At path={['account', 'arr']} />
        <At path={['account', 'csmId']} />
        {custom && <FieldInput path={['custom']} schema={custom} required={false} />}
      </div>
    </details>
  );
}

function At({ path, label, required = false }: { path: Path; label?: string; required?: boolean }): ReactNode {
  const schema: FieldSchema = schemaAt(raiseFields, path) ?? {};
  return <FieldInput path={path} schema={label ? { ...schema, title: label } : schema} required={required} />;
}
