import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { GitMerge, Link2, Umbrella } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { Card } from '../../ui/card';
import { linkWords } from '../../words/fact-words';
import { stageWords } from '../../words/stage-words';
import { SmallActions } from './actions/small-actions';
import { childrenQuery } from './escalation-queries';

interface Props {
  escalation: EscalationView;
}

const icon = 'mt-0.5 size-4 shrink-0 text-ink-soft';

/** The escalations that this one has to do with; nothing where there are none. */
export function TogetherCard({ escalation }: Props): ReactNode {
  const { links, umbrella, children, absorbed, otherContacts } = escalation;
  if (links.length + children.count + absorbed.length + otherContacts.length === 0 && !umbrella) return null;
  return (
    <Card title="Together with">
      <ul className="space-y-3">
        {umbrella && (
          <li className="flex items-start gap-2">
            <Umbrella aria-hidden className={icon} />
            <div className="min-w-0 space-y-1">
              <p>
                Under <Other of={umbrella} />, which does the investigation and the solution for it
              </p>
              <SmallActions
                escalation={escalation}
                of={umbrella.ref}
                actions={[{ name: 'leave-umbrella', label: 'Leave the umbrella', kind: 'quiet' }]}
              />
            </div>
          </li>
        )}
        {children.count > 0 && <Children escalation={escalation} />}
        {links.map(({ kind, other, note }) => (
          <li key={`${kind} ${other.id}`} className="flex items-start gap-2">
            <Link2 aria-hidden className={icon} />
            <div className="min-w-0 space-y-1">
              <p>
                {linkWords(kind)} <Other of={other} />
                {note && (
                  <span dir="auto" className="block text-sm text-ink-soft">
                    {note}
                  </span>
                )}
              </p>
              <SmallActions
                escalation={escalation}
                of={other.ref}
                about={{ otherId: other.ref }}
                actions={[{ name: 'unlink', label: 'Take the link away', kind: 'quiet' }]}
              />
            </div>
          </li>
        ))}
        {absorbed.map((other) => (
          <li key={other.id} className="flex items-start gap-2">
            <GitMerge aria-hidden className={icon} />
            <p>
              <Other of={other} /> was merged into it
            </p>
          </li>
        ))}
      </ul>
      {otherContacts.length > 0 && (
        <p dir="auto" className="mt-3 text-sm text-ink-soft">
          Also speaks for the customer:{' '}
          {otherContacts.map(({ name, email }) => [name, email].filter(Boolean).join(', ')).join('; ')}
        </p>
      )}
    </Card>
  );
}

function Other({ of }: { of: { ref: string } }): ReactNode {
  return (
    <Link to="/escalations/$ref" params={{ ref: of.ref }} className="font-medium text-accent underline">
      {of.ref}
    </Link>
  );
}

/** Those that share its investigation and solution, counted by where they stand. */
function Children({ escalation: { id, ref, children } }: Props): ReactNode {
  const { data } = useQuery(childrenQuery(ref));
  const stages = new Map<string, number>();
  for (const { stage } of data?.items ?? []) {
    const words = stage ? stageWords(stage) : 'Done';
    stages.set(words, (stages.get(words) ?? 0) + 1);
  }
  return (
    <li className="flex items-start gap-2">
      <Umbrella aria-hidden className={icon} />
      <div className="min-w-0">
        <p>
          <Link to="/escalations/$ref/children" params={{ ref }} className="font-medium text-accent underline">
            {children.count === 1 ? '1 escalation' : `${children.count} escalations`}
          </Link>{' '}
          share{children.count === 1 ? 's' : ''} its investigation and solution (
          <Link
            to="/board"
            search={{ layout: 'list', umbrellaId: [id], open: 'any' }}
            className="text-accent underline"
          >
            on the board
          </Link>
          )
        </p>
        {stages.size > 0 && (
          <ul className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {[...stages].map(([stage, count]) => (
              <li key={stage}>
                {stage}: {count}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
