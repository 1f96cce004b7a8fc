import type { ReactNode } from 'react';
import { ROLES } from '../../../../../domain/people';
import { inputClasses } from '../../ui/field';
import { TableFrame } from '../../ui/table-frame';
import type { Places } from './draft-form';

const MINOR_UNITS = 100;

/** The largest credit that each role grants alone. */
export function AuthorityFields({ places }: { places: Places }): ReactNode {
  const credit = places.get(['authority', 'credit']);
  if (typeof credit !== 'object' || credit === null)
    return <p className="text-ink-soft">Everybody may grant everything. Limits begin in the whole document.</p>;
  const orderOf = (role: string) => (ROLES as readonly string[]).indexOf(role);
  const roles = Object.entries(credit as Record<string, Record<string, unknown> | null>).sort(
    ([one], [other]) => orderOf(one) - orderOf(other),
  );
  const currencies = [...new Set(roles.flatMap(([, amounts]) => Object.keys(amounts ?? {})))];
  return (
    <TableFrame label="Largest credit by role and currency" head={['Role', ...currencies]}>
      {roles.map(([role, amounts]) => (
        <tr key={role}>
          <th scope="row" className="font-medium">
            {role}
          </th>
          {amounts === null ? (
            <td colSpan={Math.max(1, currencies.length)}>without limit</td>
          ) : (
            currencies.map((currency) => (
              <td key={currency}>
                <Amount role={role} currency={currency} value={amounts[currency]} places={places} />
              </td>
            ))
          )}
        </tr>
      ))}
    </TableFrame>
  );
}

interface AmountProps {
  role: string;
  currency: string;
  value: unknown;
  places: Places;
}

function Amount({ role, currency, value, places: { set, isOpen } }: AmountProps): ReactNode {
  return (
    <input
      type="number"
      min={0}
      step="0.01"
      aria-label={`Largest credit of ${role} in ${currency}`}
      className={`${inputClasses} min-w-28`}
      value={typeof value === 'number' ? value / MINOR_UNITS : ''}
      placeholder="none"
      disabled={!isOpen}
      onChange={({ target }) => {
        const cents = target.value === '' ? undefined : Math.round(Number(target.value) * MINOR_UNITS);
        set(['authority', 'credit', role, currency], cents);
      }}
    />
  );
}
