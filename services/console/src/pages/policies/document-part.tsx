import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import type { DraftEdit } from './use-draft-edit';
import { writtenDocument } from './written-document';

/** The whole policy as JSON, for what has no field of its own. */
export function DocumentPart({ edit, isOpen }: { edit: DraftEdit; isOpen: boolean }): ReactNode {
  const { text, parsed, change } = edit;
  return (
    <div className="space-y-2">
      <Field
        label="The whole policy"
        help="JSON. Lengths of time are ISO 8601: PT2H are two hours, P3D three days. Amounts are in cents."
        error={'wrong' in parsed ? parsed.wrong : undefined}
        required
      >
        {(control) => (
          <textarea
            {...control}
            rows={28}
            spellCheck={false}
            wrap="off"
            dir="ltr"
            className={`${inputClasses} font-mono text-sm`}
            value={text}
            readOnly={!isOpen}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      {isOpen && 'policy' in parsed && (
        <Button small onClick={() => change({ text: writtenDocument(parsed.policy) })}>
          Put in order
        </Button>
      )}
    </div>
  );
}
