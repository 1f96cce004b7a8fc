import type { FormValue } from './field-schema';

const PREFIX = 'upstairs.draft.';
const KEPT_MS = 14 * 24 * 60 * 60_000;
const MOST_DRAFTS = 40;
const MOST_CHARACTERS = 500_000;

/** What somebody has typed and not sent. */
export interface Draft {
  value: FormValue;
  /** What the form held when it was opened: what was not changed against it is nobody's work. */
  base: FormValue;
  /** The escalation's last event when it was begun; 0 where there is none yet. */
  seq: number;
  /** The key with which it is sent: a repetition of the same content does nothing twice. */
  requestKey: string;
  /** A digest of the content that was sent with that key; null where nothing was. */
  sent: string | null;
  /** Epoch milliseconds on this computer's clock. */
  savedAt: number;
}

/** Where drafts are kept: the part of the browser's own storage that is needed. */
export interface Keep {
  readonly length: number;
  key: (index: number) => string | null;
  getItem: (key: string) => string | null;
  setItem: (key: string, text: string) => void;
  removeItem: (key: string) => void;
}

/** Whose draft of what it is. */
export function draftKey(personId: string, ...about: readonly string[]): string {
  return PREFIX + [personId, ...about].map(encodeURIComponent).join('.');
}

/** The draft that this browser keeps, or null; one that is too old counts as none. */
export function readDraft(storage: Keep, key: string, nowMs: number): Draft | null {
  try {
    const draft = JSON.parse(storage.getItem(key) ?? 'null') as Draft | null;
    return draft && isDraft(draft) && nowMs - draft.savedAt < KEPT_MS ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps it; answers false where this browser does not, as it is full or may not. */
export function writeDraft(storage: Keep, key: string, draft: Draft): boolean {
  const text = JSON.stringify(draft);
  if (text.length > MOST_CHARACTERS) return false;
  try {
    if (storage.getItem(key) === null) makeRoom(storage, draft.savedAt);
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Forgets it. */
export function dropDraft(storage: Keep, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Those that are too old go, and the oldest of too many. */
function makeRoom(storage: Keep, nowMs: number): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const drafts = keys
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ key, savedAt: readDraft(storage, key, nowMs)?.savedAt ?? 0 }))
    .sort((a, b) => b.savedAt - a.savedAt);
  for (const [index, { key, savedAt }] of drafts.entries())
    if (savedAt === 0 || index >= MOST_DRAFTS - 1) storage.removeItem(key);
}

function isDraft({ value, base, savedAt, seq, requestKey }: Draft): boolean {
  const objects = [value, base].every((each) => typeof each === 'object' && each !== null);
  return objects && typeof savedAt === 'number' && typeof seq === 'number' && typeof requestKey === 'string';
}
