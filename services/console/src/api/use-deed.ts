import { useState } from 'react';

/** Something that a button does on the server. */
export interface Deed {
  /** Does it; one at a time. Answers whether it was done. */
  run: (what: () => Promise<void>) => Promise<boolean>;
  busy: boolean;
  /** Why it was not done. */
  error: unknown;
  clear: () => void;
}

/** Does something on the server, and keeps what went wrong to be shown beside the button. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (what: () => Promise<void>) => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      await what();
      return true;
    } catch (wrong) {
      setError(wrong);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, error, clear: () => setError(null) };
}
