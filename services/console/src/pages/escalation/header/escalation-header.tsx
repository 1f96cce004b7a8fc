import { Link } from '@tanstack/react-router';
import { Phone, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Button, buttonClasses } from '../../../ui/button';
import { ActionButtons } from '../actions/action-buttons';
import { useChanged } from '../use-changed';
import { CopyButtons } from './copy-buttons';
import { FactsLine } from './facts-line';
import { LevelReasons } from './level-reasons';
import { StandingBadges } from './standing-badges';
import { Stepper } from './stepper';

interface Props {
  escalation: EscalationView;
  ownedSince: string | null;
  onPrint: () => void;
}

/** What it is, how it stands, and what can be done. */
export function EscalationHeader({ escalation, ownedSince, onPrint }: Props): ReactNode {
  const changed = useChanged<HTMLDivElement>(
    `${escalation.status}${escalation.priority.level}${escalation.owner?.id}${escalation.stage}`,
  );
  return (
    <header className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div ref={changed} className="flex min-w-0 flex-1 basis-80 flex-wrap items-center gap-1.5 rounded-md">
          <span className="font-mono font-semibold whitespace-nowrap">{escalation.ref}</span>
          <CopyButtons escalationRef={escalation.ref} />
          <LevelReasons escalation={escalation} />
          <StandingBadges escalation={escalation} />
        </div>
        <div data-noprint className="flex flex-wrap items-center gap-2">
          <Link to="/escalations/$ref/call" params={{ ref: escalation.ref }} className={buttonClasses('plain')}>
            <Phone aria-hidden className="size-4" />
            Call sheet
          </Link>
          <Button className="max-sm:hidden" icon={<Printer aria-hidden className="size-4" />} onClick={onPrint}>
            Print
          </Button>
          <ActionButtons escalation={escalation} />
        </div>
      </div>
      <h1 dir="auto" className="text-xl leading-tight font-semibold sm:text-2xl">
        {escalation.summary}
      </h1>
      <FactsLine escalation={escalation} ownedSince={ownedSince} />
      <Stepper escalation={escalation} />
    </header>
  );
}
