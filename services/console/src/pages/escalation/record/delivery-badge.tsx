import { BookCheck, CheckCheck, Clock, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageView } from '../../../../../api/views/message.schema';
import { Badge, type Tone } from '../../../ui/badge';

const states: Readonly<Record<MessageView['state'], { words: string; tone: Tone; icon: LucideIcon }>> = {
  waiting: { words: 'Waiting to be sent', tone: 'warn', icon: Clock },
  sent: { words: 'Sent', tone: 'good', icon: CheckCheck },
  failed: { words: 'Not delivered', tone: 'danger', icon: TriangleAlert },
  recorded: { words: 'Recorded', tone: 'neutral', icon: BookCheck },
};

/** Whether a message arrived. */
export function DeliveryBadge({ state, channel }: Pick<MessageView, 'state' | 'channel'>): ReactNode {
  const { words, tone, icon: Icon } = states[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {state === 'sent' && channel === 'inbox' ? 'In the inbox' : words}
    </Badge>
  );
}
