import { useRef, useState } from 'react';
import { sameJson } from '../../../../domain/same-json';
import { dropDraft, readDraft, writeDraft, type Draft } from './draft';
import { withValueAt, type FormValue, type Path } from './field-schema';
import { newRequestKey } from './request-key';
import { withSuggestions, type Suggestions } from './suggested-words';

/** What a form begins with. */
export interface FormStart {
  draftKey: string;
  first: FormValue;
  /** The escalation's last event; 0 where there is none. */
  seq: number;
  suggest: (value: FormValue) => Suggestions;
}

/** What is being filled in. */
export interface Filling extends Draft {
  suggested: Suggestions;
  /** When the draft was typed that it began with, epoch milliseconds on this computer's clock; null without one. */
  restoredAt: number | null;
  /** Counts how often the form was begun anew: what its fields remember themselves goes with it. */
  edition: number;
}

/** A form's content, kept in this browser while it is typed. */
export interface FormHold {
  filling: Filling;
  /** Something was typed that is not sent. */
  dirty: boolean;
  /** This browser keeps no drafts, as it is full or may not. */
  unkept: boolean;
  set: (path: Path, value: unknown) => void;
  /** Notes with which key which content is sent; at once, so that a reload knows it too. */
  noteSent: (requestKey: string, sent: string | null) => void;
  /** Begins anew, without the draft. */
  discard: () => void;
  /** It was sent: nothing is left to keep. */
  finish: () => void;
}

/** Holds a form: from the draft that this browser keeps, else from the beginning. */
export function useForm(start: FormStart): FormHold {
  const { draftKey, suggest } = start;
  const [filling, setFilling] = useState<Filling>(() => begin(start));
  const [unkept, setUnkept] = useState(false);
  const latest = useRef(filling);

  const hold = (next: Filling) => {
    latest.current = next;
    setFilling(next);
    setUnkept(!kept(draftKey, next));
  };
  return {
    ...{ filling, unkept, dirty: isDirty(filling) },
    set: (path, value) => {
      const typed = withValueAt(latest.current.value, path, value);
      const suggested = suggest(typed);
      const words = withSuggestions(typed, latest.current.suggested, suggested);
      hold({ ...latest.current, value: words, suggested, savedAt: Date.now() });
    },
    noteSent: (requestKey, sent) => hold({ ...latest.current, requestKey, sent }),
    discard: () => hold({ ...fresh(start), edition: latest.current.edition + 1 }),
    finish: () => hold({ ...latest.current, base: latest.current.value }),
  };
}

/** Keeps what differs from the beginning, and forgets what no longer does. */
function kept(draftKey: string, filling: Filling): boolean {
  if (isDirty(filling)) return writeDraft(localStorage, draftKey, draftOf(filling));
  dropDraft(localStorage, draftKey);
  return true;
}

function isDirty({ value, base }: Filling): boolean {
  return !sameJson(value, base);
}

function begin(start: FormStart): Filling {
  const draft = readDraft(localStorage, start.draftKey, Date.now());
  return draft
    ? { ...draft, suggested: start.suggest(draft.value), restoredAt: draft.savedAt, edition: 0 }
    : fresh(start);
}

function fresh({ first, seq, suggest }: FormStart): Filling {
  const suggested = suggest(first);
  const value = withSuggestions(first, {}, suggested);
  const sending = { requestKey: newRequestKey(), sent: null };
  return { value, base: value, seq, ...sending, savedAt: Date.now(), suggested, restoredAt: null, edition: 0 };
}

function draftOf({ value, base, seq, requestKey, sent, savedAt }: Filling): Draft {
  return { value, base, seq, requestKey, sent, savedAt };
}
