import { NO_FORM, type FormSubject } from './escalation-search';
import { useChangeView } from './use-view';

/** Opens the form of a step or a command, where need be about one promise, task, decision or person. */
export function useOpenForm(): (action: string, about?: FormSubject) => void {
  const change = useChangeView();
  return (action, about = {}) => change({ ...NO_FORM, ...about, action }, 'push');
}
