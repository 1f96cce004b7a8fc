import { ChevronsUp, ChevronUp, Equal, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge, type Tone } from './badge';

const look: Readonly<Record<string, { tone: Tone; icon: ReactNode }>> = {
  P1: { tone: 'danger', icon: <ChevronsUp aria-hidden /> },
  P2: { tone: 'warn', icon: <ChevronUp aria-hidden /> },
  P3: { tone: 'info', icon: <Equal aria-hidden /> },
  P4: { tone: 'neutral', icon: <Minus aria-hidden /> },
};

/** The level of an escalation: P1 the most urgent. */
export function LevelBadge({ level }: { level: string }): ReactNode {
  const { tone, icon } = look[level] ?? { tone: 'neutral' as const, icon: null };
  return (
    <Badge tone={tone} icon={icon}>
      {level}
    </Badge>
  );
}
