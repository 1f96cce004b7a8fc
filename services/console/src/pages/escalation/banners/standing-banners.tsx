import { Link } from '@tanstack/react-router';
import { CirclePause, GitMerge, HeartHandshake } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { useMyself } from '../../../session/session';
import { Moment } from '../../../time/moment';
import { SmallActions } from '../actions/small-actions';
import { DueAt } from '../glance/due-at';
import { Banner } from './banner';

interface Props {
  escalation: EscalationView;
}

/** What holds for the whole escalation now: it waits, it is offered to somebody, another one takes over. */
export function StandingBanners({ escalation }: Props): ReactNode {
  return (
    <>
      <Merged escalation={escalation} />
      <Paused escalation={escalation} />
      <Offered escalation={escalation} />
    </>
  );
}

function Paused({ escalation }: Props): ReactNode {
  const { pause, contact } = escalation;
  if (!pause) return null;
  return (
    <Banner
      icon={CirclePause}
      tone="info"
      title={`Paused: we wait for ${contact?.name ?? 'the customer'}`}
      actions={
        <SmallActions
          escalation={escalation}
          of={escalation.ref}
          actions={[
            { name: 'record-contact', label: 'Record the answer' },
            { name: 'resume', label: 'Go on without it', kind: 'quiet' },
          ]}
        />
      }
    >
      <p dir="auto" className="whitespace-pre-line text-ink">
        {pause.reason}
      </p>
      <p className="text-sm">
        Asked <Moment at={pause.askedAt} told={escalation} />, paused <Moment at={pause.since} told={escalation} />. It
        goes on by itself <Moment at={pause.until} told={escalation} />, <DueAt at={pause.until} told={escalation} />,
        or as soon as they answer. Promises, tasks and decisions run on.
      </p>
    </Banner>
  );
}

function Offered({ escalation }: Props): ReactNode {
  const { handOver, owner } = escalation;
  const me = useMyself();
  if (!handOver) return null;
  const mine = handOver.to.id === me.id;
  const from = owner?.name ?? 'its owner';
  return (
    <Banner
      icon={HeartHandshake}
      tone={mine ? 'warn' : 'neutral'}
      title={mine ? `${from} offers you this escalation` : `Offered to ${handOver.to.name}`}
      actions={
        <SmallActions
          escalation={escalation}
          of={escalation.ref}
          actions={[
            { name: 'accept-hand-over', label: 'Take it over', kind: 'primary' },
            { name: 'decline-hand-over', label: 'Decline' },
            { name: 'take-back-hand-over', label: 'Take the offer back', kind: 'quiet' },
          ]}
        />
      }
    >
      <p className="text-sm">
        Offered <Moment at={handOver.offeredAt} told={escalation} />. Until {mine ? 'you take it' : 'it is taken'} it
        stays with {from}. How things stand, in their words:
      </p>
      <blockquote dir="auto" className="border-s-4 border-current/30 ps-3 whitespace-pre-line text-ink">
        {handOver.note}
      </blockquote>
    </Banner>
  );
}

function Merged({ escalation: { merging, mergedInto } }: Props): ReactNode {
  const other = mergedInto ?? merging;
  if (!other) return null;
  const link = (
    <Link to="/escalations/$ref" params={{ ref: other.ref }} className="font-semibold underline">
      {other.ref}
    </Link>
  );
  return (
    <Banner
      icon={GitMerge}
      tone={mergedInto ? 'neutral' : 'warn'}
      title={mergedInto ? `Merged into ${other.ref}` : `Being merged into ${other.ref}`}
    >
      {mergedInto ? (
        <p>It goes on in {link}: its promises, tasks and contacts are there. What happened until then stays here.</p>
      ) : (
        <p>{link} takes over its promises, tasks and contacts. Nothing else is taken here meanwhile.</p>
      )}
    </Banner>
  );
}
