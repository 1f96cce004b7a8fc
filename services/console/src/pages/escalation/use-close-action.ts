import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { NO_FORM } from './escalation-search';
import { useChangeView, useView } from './use-view';

/** Closes the form. Where it was opened on this page that is a step back, so that Back does not open it again. */
export function useCloseAction(): () => void {
  const { history } = useRouter();
  const { action } = useView();
  const change = useChangeView();
  const before = useRef(action);
  const openedHere = useRef(false);
  useEffect(() => {
    if (before.current === action) return;
    openedHere.current = before.current === undefined;
    before.current = action;
  }, [action]);
  return () => {
    if (openedHere.current) history.back();
    else change(NO_FORM);
  };
}
