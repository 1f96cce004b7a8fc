import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { Field, inputClasses } from '../../../ui/field';
import { readJump } from './jump';

/** Any amount of time, as somebody would write it. */
export function AmountForm({ busy, onJump }: { busy: boolean; onJump: (ms: number) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const jump = readJump(typed);
    if ('wrong' in jump) return setWrong(jump.wrong);
    setWrong(undefined);
    onJump(jump.ms);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label="By an amount" required error={wrong}>
        {(control) => (
          <div className="flex gap-2">
            <input
              {...control}
              value={typed}
              maxLength={40}
              autoComplete="off"
              placeholder="2h30m"
              className={inputClasses}
              onChange={({ target }) => setTyped(target.value)}
            />
            <Button type="submit" busy={busy}>
              Move
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
