import { Link } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { buttonClasses } from '../../ui/button';
import { Card } from '../../ui/card';
import { waysToRecord } from './ways-to-record';

/** The end of the sheet: the call is put on record, as what it was. */
export function RecordCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const ways = waysToRecord(escalation);
  const { ref, owner } = escalation;
  return (
    <Card title="Record this call">
      {ways.length === 0 && (
        <p className="text-ink-soft">
          You cannot record it here. Tell {owner ? `${owner.name}, who owns it` : 'a manager'}, while you still know the
          words.
        </p>
      )}
      <ul className="space-y-3">
        {ways.map(({ name, label, help }, index) => (
          <li key={name} className="space-y-1">
            <Link
              to="/escalations/$ref/call"
              params={{ ref }}
              search={{ action: name }}
              resetScroll={false}
              className={`${buttonClasses(index === 0 ? 'primary' : 'plain')} w-full`}
            >
              <Phone aria-hidden className="size-4" />
              {label}
            </Link>
            <p className="text-sm text-ink-soft">{help}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
