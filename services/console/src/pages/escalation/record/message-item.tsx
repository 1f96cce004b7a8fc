import { ChevronDown, Inbox, Mail, MessagesSquare, Phone, Users, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageView } from '../../../../../api/views/message.schema';
import { Moment, momentInFull, useMomentStyle } from '../../../time/moment';
import type { Told } from '../../../time/own-now';
import { Badge } from '../../../ui/badge';
import { classes } from '../../../ui/classes';
import { usePrinting } from '../printing';
import { useChanged } from '../use-changed';
import { useChangeView, useView } from '../use-view';
import { DeliveryBadge } from './delivery-badge';
import { messageKindWords } from './message-words';

const channels: Readonly<Record<MessageView['channel'], { words: string; icon: LucideIcon }>> = {
  mail: { words: 'Mail', icon: Mail },
  phone: { words: 'Phone call', icon: Phone },
  meeting: { words: 'Meeting', icon: Users },
  social: { words: 'Social message', icon: MessagesSquare },
  inbox: { words: 'Notice', icon: Inbox },
};

/** A mail, a notice or a talk: to whom, whether it arrived, and what it says on demand. */
export function MessageItem({ message, told }: { message: MessageView; told: Told }): ReactNode {
  const open = useView().message === message.id;
  const printing = usePrinting();
  const style = useMomentStyle();
  const changed = useChanged<HTMLLIElement>(message.state);
  const { words, icon: Icon } = channels[message.channel];
  const customer = message.audience === 'customer';
  return (
    <li ref={changed} className="flex gap-3 rounded-lg px-2 py-2">
      <span
        className={classes(
          'mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full',
          customer ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-soft',
        )}
      >
        <Icon aria-hidden className="size-4" />
        <span className="sr-only">{words}: </span>
      </span>
      <div className="min-w-0 flex-1">
        <Title message={message} open={open} />
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
          <DeliveryBadge state={message.state} channel={message.channel} />
          {customer && <Badge tone="accent">Customer</Badge>}
          <span dir="auto">{recipient(message)}</span>
          <span title={momentInFull(message.at, style)}>
            <Moment at={message.at} told={told} />
          </span>
          <span>{messageKindWords(message.kind)}</span>
        </p>
        {message.failure && <p className="mt-1 text-sm font-medium text-danger">{message.failure}</p>}
        {(open || printing) && hasMore(message) && (
          <div
            dir="auto"
            className="mt-2 rounded-lg border border-line bg-surface p-3 text-sm whitespace-pre-line [unicode-bidi:plaintext]"
          >
            {message.text}
          </div>
        )}
      </div>
    </li>
  );
}

/** Its subject, which opens it; a notice is a sentence, and there is nothing more to open. */
function Title({ message, open }: { message: MessageView; open: boolean }): ReactNode {
  const change = useChangeView();
  const title = message.subject ?? message.text.split('\n', 1)[0];
  if (!hasMore(message))
    return (
      <p dir="auto" className="font-medium">
        {title}
      </p>
    );
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={() => change({ message: open ? undefined : message.id })}
      className="flex w-full min-w-0 items-start gap-2 rounded-md text-left hover:bg-sunken max-sm:min-h-11"
    >
      <span dir="auto" className="min-w-0 flex-1 font-medium">
        {title}
      </span>
      <ChevronDown aria-hidden data-noprint className={classes('mt-0.5 size-4 shrink-0', open && 'rotate-180')} />
    </button>
  );
}

function hasMore({ subject, text }: MessageView): boolean {
  return subject !== null || text.includes('\n');
}

function recipient({ to, kind }: MessageView): string {
  if (kind === 'from-customer') return 'from the customer';
  const name = to.name ?? to.id;
  if (!name) return `to ${to.address ?? 'the customer'}`;
  return to.address ? `to ${name} <${to.address}>` : `to ${name}`;
}
