import { useState } from 'react';
import type { DraftView } from '../../../../api/views/policy.schema';
import { parsedDocument, writtenDocument, type ParsedDocument } from './written-document';

/** What somebody has written and not yet saved, and from which revision. */
interface Edit {
  revision: number;
  title: string;
  text: string;
}

/** A draft with what was typed in this tab over it. */
export interface DraftEdit extends Edit {
  parsed: ParsedDocument;
  /** Something is not saved. */
  isDirty: boolean;
  /** Somebody else has saved since this was begun. */
  isOvertaken: boolean;
  change: (part: Partial<Pick<Edit, 'title' | 'text'>>) => void;
  /** Goes on from the revision that is saved now, with what was typed here. */
  putOver: () => void;
  /** Lets go of what was typed. */
  discard: () => void;
}

/** Keeps what is typed into a draft until it is saved: over reloads of the page, and while others save. */
export function useDraftEdit(draft: DraftView): DraftEdit {
  const [edit, setEdit] = useState(() => kept(draft.id));
  const saved: Edit = { revision: draft.revision, title: draft.title, text: writtenDocument(draft.policy) };
  const shown = edit ?? saved;
  const store = (next: Edit | null) => {
    keep(draft.id, next);
    setEdit(next);
  };
  const isDirty = edit !== null && (edit.title !== saved.title || edit.text !== saved.text);
  return {
    ...shown,
    parsed: parsedDocument(shown.text),
    isDirty,
    isOvertaken: isDirty && edit.revision !== draft.revision,
    change: (part) => store({ ...shown, ...part }),
    putOver: () => store({ ...shown, revision: draft.revision }),
    discard: () => store(null),
  };
}

const nameOf = (id: string) => `upstairs.policy-draft.${id}`;

function kept(id: string): Edit | null {
  try {
    const text = sessionStorage.getItem(nameOf(id));
    return text === null ? null : (JSON.parse(text) as Edit);
  } catch {
    return null;
  }
}

function keep(id: string, edit: Edit | null): void {
  try {
    if (edit === null) sessionStorage.removeItem(nameOf(id));
    else sessionStorage.setItem(nameOf(id), JSON.stringify(edit));
  } catch {
    // A browser that stores nothing keeps it as long as the page is open.
  }
}
