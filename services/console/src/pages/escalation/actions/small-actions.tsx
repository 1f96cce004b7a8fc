import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import type { FormSubject } from '../escalation-search';
import { useOpenForm } from '../use-open-form';

/** Something that may be done about one thing on the page. */
export interface SmallAction {
  name: string;
  /** A word or two; what it is about stands beside it. */
  label: string;
  kind?: 'primary' | 'plain' | 'quiet';
  /** What its form begins with beyond what all of them are about. */
  about?: FormSubject;
}

interface Props {
  escalation: EscalationView;
  actions: readonly SmallAction[];
  /** Names what they are about to who cannot see it. */
  of: string;
  about?: FormSubject;
}

/** What this person may do about one thing, beside it; nothing where they may do nothing. */
export function SmallActions({ escalation, actions, of, about }: Props): ReactNode {
  const openForm = useOpenForm();
  const offered = actions.filter(({ name }) => mayDo(escalation, name));
  if (offered.length === 0) return null;
  return (
    <div
      data-noprint
      // A quiet button has no frame: its words stand where the others' frames begin.
      className={classes('flex flex-wrap gap-1.5', offered[0]?.kind === 'quiet' && '-ml-2.5')}
    >
      {offered.map(({ name, label, kind = 'plain', about: more }) => (
        <Button
          key={label}
          small
          kind={kind}
          aria-label={`${label}: ${of}`}
          onClick={() => openForm(name, { ...about, ...more })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

/** Whether the reader may do it now. */
export function mayDo({ actions }: EscalationView, name: string): boolean {
  return actions.some((action) => action.name === name);
}
