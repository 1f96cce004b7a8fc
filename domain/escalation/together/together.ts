import type { Contact } from '../../intake';
import type { Notice } from '../../notice';
import type { Actor } from '../../people';
import type { Rejection } from '../../rejection';

/** Another escalation, as this one speaks of it. */
export interface OtherEscalation {
  id: string;
  ref: string;
}

/** How two escalations belong together. */
export const LINK_KINDS = ['related', 'same-cause', 'duplicate', 'follows'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A link as this escalation has it; where it `follows` the other one, the other one is `followed-by` it. */
export interface Link {
  kind: LinkKind | 'followed-by';
  other: OtherEscalation;
  note: string | null;
}

/** A promise as it goes over from a merged escalation. Moments are epoch milliseconds. */
export interface CarriedPromise {
  commitmentId: string;
  text: string;
  dueAt: number;
  responsibleId: string;
  madeAt: number;
  /** How it stood: past its date already, or not. */
  broken: boolean;
  remedy: boolean;
  /** Tasks by the ids that they had there. */
  dependsOn: readonly string[];
}

/** A task as it goes over. */
export interface CarriedTask {
  taskId: string;
  text: string;
  personId: string;
  addedAt: number;
  dueAt: number;
  after: readonly string[];
  counterpart: boolean;
}

/** A step's clock that watched there. */
export interface CarriedClock {
  clockId: string;
  anchorAt: number;
  dueAt: number;
}

/** What a merged escalation leaves to the one that survives. */
export interface Estate {
  contacts: readonly Contact[];
  promises: readonly CarriedPromise[];
  tasks: readonly CarriedTask[];
  clocks: readonly CarriedClock[];
  /** It was imported, and disturbed nobody yet. */
  quiet: boolean;
}

/** What happens between escalations. `peer.*` is what one asks of another, answered in its own time. */
export interface TogetherEvents {
  'link.added': Link;
  'link.removed': { otherId: string; reason: string | null };
  /** Nothing else is taken here until the other has it all. */
  'merge.begun': { into: OtherEscalation; reason: string; estate: Estate; deliveryId: string };
  'merge.abandoned': { into: OtherEscalation; because: string; notices: Notice[] };
  'escalation.merged': { into: OtherEscalation; notices: Notice[] };
  /** Another one was merged into this one; the promises and tasks it brings follow as events of their own. */
  'escalation.absorbed': { from: OtherEscalation; contacts: readonly Contact[]; reason: string; notices: Notice[] };
  /** This one shares the investigation and the solution of another. */
  'umbrella.joined': { umbrella: OtherEscalation; reason: string | null };
  /** It does its own investigation and solution again. */
  'umbrella.left': { umbrella: OtherEscalation; because: string; notices: Notice[] };
  /** This one's investigation and solution serve another as well. */
  'umbrella.opened': { child: OtherEscalation };
  'umbrella.released': { child: OtherEscalation; because: string };
  'peer.asked': { deliveryId: string; to: OtherEscalation; command: string; body: unknown; by?: Actor };
  'peer.answered': { deliveryId: string; to: OtherEscalation; command: string; rejection: Rejection | null };
}
