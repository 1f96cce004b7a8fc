import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, IconButton } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import type { Places } from './draft-form';

const icon = 'size-4';

/** The steps in their order. */
export function PlanFields({ places: { get, set, isOpen } }: { places: Places }): ReactNode {
  const [name, setName] = useState('');
  const written = get(['plan']);
  const plan = Array.isArray(written) ? (written as unknown[]).map(String) : null;
  const put = (next: readonly string[]) => set(['plan'], next.length > 0 ? next : undefined);
  const swap = (steps: readonly string[], at: number, to: number) =>
    put(steps.map((step, index) => (index === at ? (steps[to] ?? step) : index === to ? (steps[at] ?? step) : step)));
  const add = () => {
    if (name.trim() === '') return;
    put([...(plan ?? []), name.trim()]);
    setName('');
  };
  return (
    <div className="space-y-3">
      {plan ? (
        <ol className="divide-y divide-line">
          {plan.map((step, index) => (
            <li key={`${step} ${index}`} className="flex items-center gap-2 py-1">
              <span className="min-w-0 flex-1 wrap-anywhere">
                {index + 1}. {step}
              </span>
              <IconButton
                label={`Move ${step} up`}
                icon={<ArrowUp aria-hidden className={icon} />}
                disabled={!isOpen || index === 0}
                onClick={() => swap(plan, index, index - 1)}
              />
              <IconButton
                label={`Move ${step} down`}
                icon={<ArrowDown aria-hidden className={icon} />}
                disabled={!isOpen || index === plan.length - 1}
                onClick={() => swap(plan, index, index + 1)}
              />
              <IconButton
                label={`Take ${step} out`}
                icon={<X aria-hidden className={icon} />}
                disabled={!isOpen}
                onClick={() => put(plan.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-ink-soft">The steps that come with Upstairs, in their order.</p>
      )}
      {isOpen && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-48 flex-1">
            <Field label={plan ? 'Another step' : 'First step of a plan of your own'} help="By its name.">
              {(control) => (
                <input
                  {...control}
                  className={inputClasses}
                  maxLength={100}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Button onClick={add} disabled={name.trim() === ''}>
            Add
          </Button>
        </div>
      )}
    </div>
  );
}
