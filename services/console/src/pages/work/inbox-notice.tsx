import { Link } from '@tanstack/react-router';
import { Check, Mail, MailOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Moment } from '../../time/moment';
import { IconButton } from '../../ui/button';
import { classes } from '../../ui/classes';
import { LevelBadge } from '../../ui/level-badge';
import type { Notice } from './inbox-queries';

/** One notice; opening its escalation marks it as read. */
export function InboxNotice({ notice, onRead }: { notice: Notice; onRead: () => void }): ReactNode {
  const isNew = notice.readAt === null;
  const Icon = isNew ? Mail : MailOpen;
  return (
    <div className={classes('flex items-start gap-3 px-4 py-3', isNew && 'bg-accent-soft/60')}>
      <Icon aria-hidden className={classes('mt-1 size-4 shrink-0', isNew ? 'text-accent' : 'text-ink-soft')} />
      <div className="min-w-0 flex-1">
        <p className={classes(isNew && 'font-semibold')}>
          <span className="sr-only">{isNew ? 'Unread: ' : 'Read: '}</span>
          <Link
            to="/escalations/$ref"
            params={{ ref: notice.ref }}
            className="text-ink underline-offset-2 hover:underline"
            onClick={() => isNew && onRead()}
          >
            {notice.subject}
          </Link>
        </p>
        <p className="truncate text-sm text-ink-soft" dir="auto" title={notice.summary}>
          {notice.summary}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          <LevelBadge level={notice.level} />
          <Moment at={notice.at} />
          {notice.via === 'mail' && <span>mailed too</span>}
        </p>
      </div>
      {isNew && (
        <IconButton
          label={`Mark as read: ${notice.subject}`}
          icon={<Check aria-hidden className="size-4" />}
          onClick={onRead}
        />
      )}
    </div>
  );
}
