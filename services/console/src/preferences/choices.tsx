import { useId, type ReactNode } from 'react';

interface Props<Value extends string> {
  legend: string;
  value: Value;
  /** Each value with its words. */
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Choices<Value extends string>({ legend, value, options, onChange }: Props<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {(Object.entries(options) as [Value, string][]).map(([each, words]) => (
          <label
            key={each}
            className="flex min-h-10 cursor-pointer items-center gap-2 rounded-md border border-line-strong px-3 has-checked:border-accent has-checked:bg-accent-soft max-sm:min-h-11"
          >
            <input
              type="radio"
              className="accent-accent"
              name={name}
              checked={value === each}
              onChange={() => onChange(each)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
