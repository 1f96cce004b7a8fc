import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import type { MessageView } from '../../../../api/views/message.schema';
import { optionWords } from '../../forms/option-words';
import { Moment } from '../../time/moment';
import { Card } from '../../ui/card';
import { Skeleton } from '../../ui/states';
import { lastWords, newestMessagesQuery } from './last-words';

/** What was said last, by us and by them, and whether it arrived. */
export function LastWordsCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const { data } = useQuery(newestMessagesQuery(escalation.ref));
  const { ours, theirs } = lastWords(data ?? []);
  return (
    <Card title="What was said last">
      {!data && <Skeleton className="h-16" />}
      {data && !ours && <p className="text-ink-soft">They have not heard from us in person yet.</p>}
      <div className="space-y-3">
        {ours && <Words who="We" message={ours} escalation={escalation} />}
        {theirs && <Words who="They" message={theirs} escalation={escalation} />}
      </div>
    </Card>
  );
}

function Words({
  who,
  message,
  escalation,
}: {
  who: string;
  message: MessageView;
  escalation: EscalationView;
}): ReactNode {
  return (
    <div className="space-y-1">
      <p className="text-sm text-ink-soft">
        {who}, <Moment at={message.at} told={escalation} /> ({optionWords('channel', message.channel).toLowerCase()})
      </p>
      {message.state === 'failed' && (
        <p className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
          It did not arrive: {message.failure ?? 'nobody knows why'}
        </p>
      )}
      <p dir="auto" className="line-clamp-6 whitespace-pre-wrap">
        {message.text}
      </p>
    </div>
  );
}
