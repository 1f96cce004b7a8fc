import { useState } from 'react';
import type { EscalationView } from '../../../api/views/escalation.schema';
import type { PreviewView } from '../../../api/views/preview.schema';
import { ApiProblem } from '../api/problem';
import { momentInFull, useMomentStyle } from '../time/moment';
import type { ActionName } from './action';
import { valueAt } from './field-schema';
import { INSISTABLE, insistenceOn, type Insistence } from './insistence';
import { detailWords } from './refusal-words';
import type { FormHold } from './use-form';

/** What is asked of somebody who goes on in spite of a refusal. */
export interface Insisting {
  insistence: Insistence;
  details: readonly string[];
  checked: boolean;
  onChange: (checked: boolean) => void;
}

interface Refused {
  hold: FormHold;
  escalation: EscalationView;
  action: ActionName;
  /** What the preview says, and how the last attempt failed. */
  refusal: PreviewView['refusal'] | undefined;
  failure: unknown;
}

/** Asks whether to go on, where it was or would be refused by something that a person may override. */
export function useInsistence({ hold, escalation, action, refusal, failure }: Refused): Insisting | null {
  const style = useMomentStyle();
  const [kept, setKept] = useState<Pick<Insisting, 'insistence' | 'details'> | null>(null);
  const { value } = hold.filling;
  const chosen = INSISTABLE.map((slug) => insistenceOn(slug, action)).find(
    (insistence) => insistence && valueAt(value, insistence.path) === true,
  );
  const now = refused(refusal, failure);
  const asked = now && insistenceOn(now.slug, action);
  const details = (now?.errors ?? []).map(({ detail }) =>
    detailWords(detail, escalation, (iso) => momentInFull(iso, style)),
  );
  // Once somebody insists nothing is refused any more: what spoke against it stays in sight.
  const shown = chosen ? (kept ?? { insistence: chosen, details: [] }) : asked && { insistence: asked, details };
  if (!shown) return null;
  return {
    ...shown,
    checked: chosen !== undefined && chosen !== null,
    onChange: (yes) => {
      setKept(yes ? shown : null);
      hold.set(shown.insistence.path, yes ? true : '');
    },
  };
}

function refused(refusal: Refused['refusal'], failure: unknown) {
  if (refusal) return { slug: refusal.type.split('/').at(-1) ?? '', errors: refusal.errors ?? [] };
  return failure instanceof ApiProblem ? { slug: failure.slug, errors: failure.errors } : null;
}
