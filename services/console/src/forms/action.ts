import type { EscalationView } from '../../../api/views/escalation.schema';

/** A step or a command that somebody wants to do. */
export interface ActionName {
  name: string;
  kind: 'step' | 'command';
}

/** What the words of a form are made from, beside what is typed into it. */
export interface FormSurroundings {
  escalation: EscalationView;
  me: { id: string; name: string; title: string };
  /** The name of somebody in the directory; undefined where nobody has the id. */
  nameOf: (personId: string) => string | undefined;
  /** A moment as the customer reads it, with its zone. */
  inWords: (iso: string) => string;
}

/** Where an action is posted. */
export function addressOf({ id }: EscalationView, { name, kind }: ActionName): string {
  return `/v1/escalations/${id}/${kind === 'step' ? 'steps' : 'commands'}/${name}`;
}
