import { Link } from '@tanstack/react-router';
import { ArrowLeft, Mail, Megaphone, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { Badge } from '../../ui/badge';
import { buttonClasses } from '../../ui/button';
import { LevelBadge } from '../../ui/level-badge';

/** Who is called, about what, and how they are reached. */
export function CallHead({ escalation }: { escalation: EscalationView }): ReactNode {
  const { ref, contact, account, summary, priority, owner } = escalation;
  const who = contact?.name ?? contact?.email ?? account.name;
  return (
    <header className="space-y-3">
      <p className="flex flex-wrap items-center gap-2">
        <Link to="/escalations/$ref" params={{ ref }} className={buttonClasses('quiet', true)}>
          <ArrowLeft aria-hidden className="size-4" />
          {ref}
        </Link>
        <LevelBadge level={priority.level} />
        {escalation.public && <Public words="public" />}
        {!escalation.public && escalation.threatensPublic && <Public words="threatens to go public" />}
      </p>
      <h1 className="text-2xl font-semibold">
        Call <span dir="auto">{who}</span>
      </h1>
      <p dir="auto" className="text-ink-soft">
        <Link to="/accounts/$id" params={{ id: account.id }} className="text-accent underline">
          {account.name}
        </Link>
      </p>
      <p dir="auto" className="text-lg font-medium">
        {summary}
      </p>
      <ul className="flex flex-wrap gap-2">
        <li>
          {contact?.email ? (
            <a
              href={`mailto:${encodeURIComponent(contact.email)}`}
              className={`${buttonClasses()} max-w-full whitespace-normal`}
            >
              <Mail aria-hidden className="size-4 shrink-0" />
              {contact.email}
            </a>
          ) : (
            <span className="text-ink-soft">No mail address is known. Ask for one.</span>
          )}
        </li>
      </ul>
      <p className="flex items-start gap-2 text-sm text-ink-soft">
        <UserRound aria-hidden className="mt-0.5 size-4 shrink-0" />
        {owner ? `${owner.name} owns it` : 'Nobody owns it yet'}. Phone numbers are not kept here
        {account.csm ? `: ask ${account.csm.name}, their CSM.` : '.'}
      </p>
    </header>
  );
}

function Public({ words }: { words: string }): ReactNode {
  return (
    <Badge tone="warn" icon={<Megaphone aria-hidden />}>
      {words}
    </Badge>
  );
}
