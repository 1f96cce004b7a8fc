import { useState, type FormEvent, type ReactNode } from 'react';
import { holdsAny, MAY_OWN } from '../../../../../domain/people';
import { usePeople } from '../../api/people';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, inputClasses } from '../../ui/field';
import { OptionList } from '../../ui/option-list';
import type { Row } from './board-rows';
import { BulkResults } from './bulk-results';
import { useBulkRun } from './bulk-run';

/** What can be done with several at once. */
export type BulkCommand = 'reassign' | 'add-note';

const words = {
  reassign: {
    title: 'Reassign',
    button: 'Reassign',
    field: 'Reason',
    help: 'Stands on the timeline of each.',
    most: 2_000,
  },
  'add-note': {
    title: 'Add a note',
    button: 'Add the note',
    field: 'Note',
    help: 'Stays on the timeline of each; no customer sees it.',
    most: 10_000,
  },
} as const;

interface Props {
  command: BulkCommand;
  rows: readonly Row[];
  /** With the ids of those for which it was done. */
  onClose: (done: readonly string[]) => void;
}

/** One form for all that is selected; then what became of each. */
export function BulkDialog({ command, rows, onClose }: Props): ReactNode {
  const { title, button, field, help, most } = words[command];
  const { items, isRunning, run } = useBulkRun(command, rows);
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState<string>();
  const left = items.filter(({ state }) => state !== 'done').length;
  const tried = items.some(({ state }) => state !== 'waiting');
  const ready = text.trim() !== '' && (command !== 'reassign' || ownerId !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || isRunning) return;
    void run(command === 'reassign' ? { ownerId, reason: text.trim() } : { note: text.trim() });
  };
  const close = () => onClose(items.filter(({ state }) => state === 'done').map(({ row }) => row.id));
  return (
    <Dialog
      open
      // What is under way goes on to its end in sight.
      onOpenChange={(open) => !open && !isRunning && close()}
      title={`${title}: ${rows.length} ${rows.length === 1 ? 'escalation' : 'escalations'}`}
      shape="wide"
    >
      <form onSubmit={submit} className="space-y-4">
        {left > 0 && command === 'reassign' && <OwnerField ownerId={ownerId} onChoose={setOwnerId} />}
        {left > 0 && (
          <Field label={field} help={help} required>
            {(control) => (
              <textarea
                {...control}
                dir="auto"
                rows={4}
                maxLength={most}
                className={inputClasses}
                value={text}
                disabled={isRunning}
                onChange={({ target: { value } }) => setText(value)}
              />
            )}
          </Field>
        )}
        <BulkResults items={items} tried={tried} />
        <div className="flex justify-end gap-2">
          <Button onClick={close} disabled={isRunning}>
            {left === 0 ? 'Close' : 'Cancel'}
          </Button>
          {left > 0 && (
            <Button kind="primary" type="submit" busy={isRunning} disabled={!ready}>
              {tried && !isRunning ? `Try the other ${left} again` : button}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function OwnerField({ ownerId, onChoose }: { ownerId: string | undefined; onChoose: (id: string) => void }): ReactNode {
  const options = usePeople()
    .filter((person) => holdsAny(person, MAY_OWN) && person.available && !person.awayUntil && !person.leftAt)
    .map(({ id, name, title }) => ({ value: id, label: name, detail: title }));
  return (
    <fieldset className="space-y-1">
      <legend className="font-medium">New owner</legend>
      <p className="text-sm text-ink-soft">One person: senior and available. They are told by mail.</p>
      <OptionList
        label="New owner"
        options={options}
        chosen={ownerId ? [ownerId] : []}
        onChoose={({ value }) => onChoose(value)}
      />
    </fieldset>
  );
}
