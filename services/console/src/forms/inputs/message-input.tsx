import type { ReactNode } from 'react';
import { FieldGroup } from '../field-group';
import { schemaAt, type FieldSchema } from '../field-schema';
import { useField, useFormState, type InputProps } from '../form-context';

/** Words to the customer: mail is sent as it stands, anything else is what was said, and when. */
export function MessageInput({ path, schema, required }: InputProps): ReactNode {
  const { escalation, Input } = useFormState();
  const channel = useField([...path, 'channel']).text || 'mail';
  const mail = channel === 'mail';
  const part = (name: string): FieldSchema => schemaAt(schema, [name]) ?? {};
  const body = { ...part('body'), title: mail || channel === 'social' ? 'Text' : 'What was said' };
  return (
    <FieldGroup label={schema.title ?? 'Message'} help={schema.description} required={required} framed>
      <div className="space-y-4">
        <Input path={[...path, 'channel']} schema={part('channel')} required />
        {mail && !escalation?.contact?.email && (
          <p className="rounded-md bg-warn-soft px-3 py-2 text-warn">
            No mail address of the customer is known. Correct the facts first, or say how else you spoke to them.
          </p>
        )}
        {mail && <Input path={[...path, 'subject']} schema={{ ...part('subject'), description: undefined }} required />}
        <Input path={[...path, 'body']} schema={body} required />
        {!mail && <Input path={[...path, 'occurredAt']} schema={part('occurredAt')} required={false} />}
      </div>
    </FieldGroup>
  );
}
