import { Ban, CircleCheck, CircleSlash, Gavel } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ApprovalView } from '../../../../../api/views/agreements.schema';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { ApprovalFacts } from '../../../forms/inputs/approval-facts';
import { Countdown } from '../../../time/countdown';
import { Moment } from '../../../time/moment';
import { Badge, type Tone } from '../../../ui/badge';
import { Card } from '../../../ui/card';
import { actionWords } from '../../../words/action-words';
import { isUsable } from '../../../words/approval-words';
import { SmallActions } from '../actions/small-actions';
import { useChanged } from '../use-changed';

interface Props {
  escalation: EscalationView;
}

/** What somebody has to allow, and what became of what was asked for; nothing where nobody was asked. */
export function DecisionsCard({ escalation }: Props): ReactNode {
  const open = escalation.approvals.filter(({ state }) => state === 'open');
  const decided = escalation.approvals.filter(({ state }) => state !== 'open').reverse();
  if (escalation.approvals.length === 0) return null;
  return (
    <Card
      title="Decisions"
      aside={open.length > 0 && <span className="text-sm text-ink-soft">{open.length} open</span>}
    >
      <ul className="space-y-4">
        {open.map((approval) => (
          <Undecided key={approval.id} approval={approval} escalation={escalation} />
        ))}
        {decided.map((approval) => (
          <Decided key={approval.id} approval={approval} escalation={escalation} />
        ))}
      </ul>
    </Card>
  );
}

function Undecided({ approval, escalation }: Props & { approval: ApprovalView }): ReactNode {
  const clock = escalation.clocks.find(({ id }) => id === approval.clockId);
  const { id, what, approver, holds } = approval;
  return (
    <li className="space-y-3 rounded-xl border-2 border-warn/60 bg-warn-soft/40 p-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="warn" icon={<Gavel aria-hidden />}>
          Waits for a decision
        </Badge>
        {clock && <Countdown dueAt={clock.dueAt} told={escalation} />}
        <span className="text-sm">
          {approver ? `${approver.name} decides` : 'nobody with the authority is known'}
          {approver && <span className="text-ink-soft">, or whoever has the authority</span>}
        </span>
      </p>
      <ApprovalFacts approval={approval} told={escalation} />
      {holds && (
        <p className="text-sm">
          Held until then: <strong>{actionWords(holds)}</strong>. It is done at once when it is approved.
        </p>
      )}
      <SmallActions
        escalation={escalation}
        of={what}
        about={{ approvalId: id }}
        actions={[
          { name: 'decide-approval', label: 'Approve', kind: 'primary', about: { decision: 'approved' } },
          { name: 'decide-approval', label: 'Refuse', about: { decision: 'refused' } },
          { name: 'withdraw-approval', label: 'Take back', kind: 'quiet' },
        ]}
      />
    </li>
  );
}

const looks: Readonly<Record<Exclude<ApprovalView['state'], 'open'>, { tone: Tone; icon: ReactNode; words: string }>> =
  {
    approved: { tone: 'good', icon: <CircleCheck aria-hidden />, words: 'Approved' },
    refused: { tone: 'danger', icon: <Ban aria-hidden />, words: 'Refused' },
    cancelled: { tone: 'neutral', icon: <CircleSlash aria-hidden />, words: 'Not needed any more' },
  };

function Decided({ approval, escalation }: Props & { approval: ApprovalView }): ReactNode {
  const changed = useChanged<HTMLLIElement>(approval.state);
  const { state, what, decidedAt, decidedBy, note, usedAt } = approval;
  if (state === 'open') return null;
  const { tone, icon, words } = looks[state];
  return (
    <li ref={changed} className="space-y-1 rounded-md">
      <p dir="auto" className="first-letter:uppercase">
        {what}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        <Badge tone={tone} icon={icon}>
          {words}
        </Badge>
        {decidedAt && decidedBy && (
          <span>
            {decidedBy.name}, <Moment at={decidedAt} told={escalation} />
          </span>
        )}
        {usedAt && <span>· done</span>}
      </p>
      {note && (
        <p dir="auto" className="text-sm whitespace-pre-line">
          “{note}”
        </p>
      )}
      {isUsable(approval) && (
        <SmallActions
          escalation={escalation}
          of={what}
          actions={[{ name: 'solution', label: 'Decide the solution with it' }]}
        />
      )}
    </li>
  );
}
