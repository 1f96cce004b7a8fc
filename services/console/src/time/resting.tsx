import { Pause } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '../ui/badge';
import { durationMs, spanInWords } from './words';

/** A clock that rests while we wait for the customer: what is left of it does not count down. */
export function Resting({ remaining }: { remaining: string | null }): ReactNode {
  return (
    <Badge tone="info" icon={<Pause aria-hidden />}>
      {remaining === null ? 'Paused' : `Paused, ${spanInWords(durationMs(remaining))} left`}
    </Badge>
  );
}
