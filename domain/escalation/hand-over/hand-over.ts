import type { Notice } from '../../notice';

/** The owner offers it to somebody, with a written state of things; it stays theirs until the other accepts. */
export interface HandOver {
  toId: string;
  note: string;
  offeredAt: number;
}

/** What happens to offers; accepting one is `owner.assigned`. */
export interface HandOverEvents {
  'hand-over.offered': { toId: string; note: string; notices: Notice[] };
  'hand-over.ended': {
    toId: string;
    how: 'declined' | 'taken-back' | 'overtaken';
    reason: string | null;
    notices: Notice[];
  };
}
