import { CircleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import type { FieldError } from '../api/problem';
import { pathOf, pointerOf, type FieldSchema } from './field-schema';
import { fieldWords } from './field-words';

interface Props {
  ref: Ref<HTMLDivElement>;
  title: string;
  schema: FieldSchema;
  errors: readonly FieldError[];
}

/** What stands in the way of sending, at the top; each line leads to its field. */
export function ErrorSummary({ ref, title, schema, errors }: Props): ReactNode {
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className="rounded-xl border border-danger bg-danger-soft px-4 py-3 text-danger"
    >
      <p className="flex items-start gap-2 font-medium">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {title}
      </p>
      {errors.length > 0 && (
        <ul className="mt-2 space-y-1">
          {errors.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>
              <button type="button" onClick={() => focusField(pointer)} className="text-left underline max-sm:min-h-11">
                {[fieldWords(schema, pointer), detail].filter(Boolean).join(': ')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Puts the focus into a field, or into what holds it. */
function focusField(pointer: string): void {
  const path = pathOf(pointer);
  for (let length = path.length; length > 0; length -= 1) {
    const holder = document.querySelector(`[data-pointer="${CSS.escape(pointerOf(path.slice(0, length)))}"]`);
    const control = holder?.querySelector<HTMLElement>(
      'input:checked, input:not([type=radio]), textarea, select, input',
    );
    if (!control) continue;
    control.focus();
    control.scrollIntoView({ block: 'center' });
    return;
  }
}
