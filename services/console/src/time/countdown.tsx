import { AlarmClock, CircleCheck, Hourglass, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../ui/badge';
import { momentInFull, useMomentStyle } from './moment';
import { ownNow, type Told } from './own-now';
import { useTick } from './ticking';
import { spanInWords } from './words';

const HOUR_MS = 3_600_000;

interface Props {
  /** When it is due, ISO 8601. */
  dueAt: string;
  /** What it belongs to: counted by its own now. */
  told: Told;
  /** It was done: nothing counts any more. */
  met?: boolean;
}

/** What is left until something is due, in words, with a shape that says how it stands. */
export function Countdown({ dueAt, told, met }: Props): ReactNode {
  const tick = useTick();
  const style = useMomentStyle();
  const leftMs = Date.parse(dueAt) - ownNow(told, tick);
  const { tone, icon, text } = standing(leftMs, met === true);
  return (
    <time dateTime={dueAt} title={`due ${momentInFull(dueAt, style)}`} className="tabular inline-flex max-w-full">
      <Badge tone={tone} icon={icon}>
        {text}
      </Badge>
    </time>
  );
}

function standing(leftMs: number, met: boolean): { tone: Tone; icon: ReactNode; text: string } {
  if (met) return { tone: 'good', icon: <CircleCheck aria-hidden />, text: 'done' };
  if (leftMs <= 0)
    return { tone: 'danger', icon: <TriangleAlert aria-hidden />, text: `${spanInWords(leftMs)} overdue` };
  if (leftMs <= HOUR_MS) return { tone: 'warn', icon: <AlarmClock aria-hidden />, text: `${spanInWords(leftMs)} left` };
  return { tone: 'neutral', icon: <Hourglass aria-hidden />, text: `${spanInWords(leftMs)} left` };
}
