import type { ReactNode } from 'react';
import { usePeople } from '../../../api/people';
import { momentInFull, useMomentStyle } from '../../../time/moment';
import { durationMs, spanInWords } from '../../../time/words';
import { clockWords } from '../../../words/clock-words';
import { moneyWords } from '../../../words/fact-words';

const DEEPEST = 5;
const MOST_ITEMS = 50;
/** What only programs need. */
const HIDDEN = new Set(['id', 'deliveryId', 'noticeId', 'messageId', 'hash', 'clockIds', 'run', 'channelId']);

/** What an event holds, as a person reads it: field by field, people by their names, moments in the reader's zone. */
export function ReadableData({ data }: { data: Readonly<Record<string, unknown>> }): ReactNode {
  return <Fields fields={data} depth={0} />;
}

function Fields({ fields, depth }: { fields: Readonly<Record<string, unknown>>; depth: number }): ReactNode {
  const shown = Object.entries(fields).filter(([name, value]) => !HIDDEN.has(name) && !isEmpty(value));
  if (shown.length === 0) return <p className="text-ink-soft">It holds nothing more.</p>;
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {shown.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{fieldWords(name)}</dt>
          <dd className="min-w-0 max-sm:mb-1.5">
            {name === 'clockId' ? clockWords(String(value)) : <Value value={value} depth={depth + 1} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, depth }: { value: unknown; depth: number }): ReactNode {
  if (Array.isArray(value)) return <Items items={value} depth={depth} />;
  if (typeof value !== 'object' || value === null) return <Plain value={value} />;
  if (isMoney(value)) return moneyWords(value);
  if (depth >= DEEPEST) return '…';
  return <Fields fields={value as Record<string, unknown>} depth={depth} />;
}

function Items({ items, depth }: { items: readonly unknown[]; depth: number }): ReactNode {
  return (
    <ul className="space-y-1">
      {items.slice(0, MOST_ITEMS).map((item, index) => (
        <li key={index}>
          <Value value={item} depth={depth} />
        </li>
      ))}
      {items.length > MOST_ITEMS && <li className="text-ink-soft">and {items.length - MOST_ITEMS} more</li>}
    </ul>
  );
}

function Plain({ value }: { value: unknown }): ReactNode {
  const style = useMomentStyle();
  const people = usePeople();
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return '–';
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return momentInFull(value, style);
  if (/^P(T?\d)/.test(value) && durationMs(value) > 0) return spanInWords(durationMs(value));
  const person = people.find(({ id }) => id === value);
  return (
    <span dir="auto" className="whitespace-pre-line [unicode-bidi:plaintext]">
      {person?.name ?? value}
    </span>
  );
}

function isMoney(value: object): value is { amount: number; currency: string } {
  return (
    'amount' in value && typeof value.amount === 'number' && 'currency' in value && typeof value.currency === 'string'
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** `ticketHistoryRead` as `Ticket history read`, `ownerId` as `Owner`. */
function fieldWords(name: string): string {
  const words = name
    .replace(/(Id|Ids|At)$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
