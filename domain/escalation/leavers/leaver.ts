import type { Notice } from '../../notice';

/** What somebody may be here, besides having done something. */
export type PlaceKind =
  | 'owner'
  | 'signer'
  | 'commitment'
  | 'task'
  | 'approval'
  | 'csm'
  | 'escalation-manager'
  | 'sponsor'
  | 'team'
  | 'hand-over';

/** One thing that is theirs; `id` of the promise, the task or the decision, else null. */
export interface Place {
  kind: PlaceKind;
  id: string | null;
}

/** What happens to the places of somebody who has left the company; that of the owner passes on by `owner.assigned`. */
export interface LeaverEvents {
  'place.passed-on': {
    place: Place;
    fromId: string;
    /** Nobody: the place is empty now. */
    toId: string | null;
    notices: Notice[];
  };
  /** There is nobody to whom it could go: it stays theirs, and the duty list knows. */
  'place.stranded': { place: Place; personId: string; notices: Notice[] };
}
