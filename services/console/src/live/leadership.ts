/** One tab's wish to lead. */
export interface Candidacy {
  /** Takes the lead from a tab that does not answer any more. */
  takeOver: () => void;
  /** Gives the lead, or the wish, up. */
  withdraw: () => void;
}

/** What becomes of a candidate. */
export interface CandidateEars {
  onLead: () => void;
  /** Another has taken over; this one waits again. */
  onDeposed: () => void;
}

/**
 * Waits to be the one tab that leads. A tab that closes, crashes or is discarded makes room by itself. Where the browser
 * has no locks, each tab leads itself.
 */
export function stand(name: string, ears: CandidateEars): Candidacy {
  if (!('locks' in navigator)) {
    ears.onLead();
    return { takeOver: () => undefined, withdraw: ears.onDeposed };
  }
  return standByLock(name, ears);
}

function standByLock(name: string, { onLead, onDeposed }: CandidateEars): Candidacy {
  const over = new AbortController();
  let yieldLead: (() => void) | null = null;
  let queued = false;

  const hold = () =>
    new Promise<void>((resolve) => {
      yieldLead = () => {
        yieldLead = null;
        onDeposed();
        resolve();
      };
      if (over.signal.aborted) yieldLead();
      else onLead();
    });
  const lost = (error: unknown) => {
    yieldLead?.();
    if (over.signal.aborted) return;
    if (error instanceof DOMException && error.name === 'AbortError') queue();
    else void hold();
  };
  const queue = () => {
    if (queued) return;
    queued = true;
    const granted = () => {
      queued = false;
      return hold();
    };
    navigator.locks.request(name, { signal: over.signal }, granted).catch(lost);
  };

  queue();
  return {
    takeOver: () => {
      if (!yieldLead) navigator.locks.request(name, { steal: true }, hold).catch(lost);
    },
    withdraw: () => {
      over.abort();
      yieldLead?.();
    },
  };
}
