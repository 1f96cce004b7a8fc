import { useState, type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { inputClasses } from '../../ui/field';
import { FieldGroup } from '../field-group';
import { useField, useFormState, type InputProps } from '../form-context';
import { minorUnits, typedAmount } from '../money-amount';

/** An amount as people write it, and its currency. What is typed and is no amount stays, and is refused. */
export function MoneyInput({ path, schema, required }: InputProps): ReactNode {
  const amount = useField([...path, 'amount']);
  const currency = useField([...path, 'currency']);
  const { error } = useField(path);
  const { set } = useFormState();
  const [typed, setTyped] = useState(() =>
    typeof amount.value === 'number' ? typedAmount(amount.value, currency.text) : amount.text,
  );
  const keep = (text: string, code: string) => {
    setTyped(text);
    set(path, { amount: text.trim() === '' ? '' : (minorUnits(text, code) ?? text), currency: code });
  };
  const wrong = error ?? amount.error ?? currency.error;
  const label = schema.title ?? path.at(-1) ?? '';
  return (
    <FieldGroup label={label} help={schema.description} error={wrong} required={required}>
      <div className="flex gap-2">
        <input
          aria-label={`${label}: amount`}
          aria-invalid={amount.error ? true : undefined}
          inputMode="decimal"
          placeholder="1250.00"
          value={typed}
          onChange={(event) => keep(event.target.value, currency.text)}
          onBlur={amount.blur}
          className={classes(inputClasses, 'max-w-52')}
        />
        <input
          aria-label={`${label}: currency`}
          aria-invalid={currency.error ? true : undefined}
          placeholder="USD"
          maxLength={3}
          autoCapitalize="characters"
          value={currency.text}
          onChange={(event) => keep(typed, event.target.value.toUpperCase())}
          onBlur={currency.blur}
          className={classes(inputClasses, 'max-w-24')}
        />
      </div>
    </FieldGroup>
  );
}
