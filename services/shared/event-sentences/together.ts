import type { EventType } from '../../../domain/escalation/events';
import { because, excerpt, plain, who, type Teller } from './telling';

/** How what escalations have to do with each other is told. */
export const togetherTellers = {
  'link.added': (event) =>
    `${who(event)} linked it with ${event.data.other.ref} (${plain(event.data.kind)})${because(event.data.note)}.`,
  'link.removed': (event) => `${who(event)} took a link away${because(event.data.reason)}.`,
  'merge.begun': (event) => `${who(event)} merges it into ${event.data.into.ref}: ${excerpt(event.data.reason)}`,
  'merge.abandoned': ({ data }) => `It was not merged into ${data.into.ref}: ${data.because}`,
  'escalation.merged': ({ data }) => `It was merged into ${data.into.ref}.`,
  'escalation.absorbed': (event) =>
    `${who(event)} merged ${event.data.from.ref} into this one: ${excerpt(event.data.reason)}`,
  'umbrella.joined': ({ data }) =>
    `It shares the investigation and the solution of ${data.umbrella.ref}${because(data.reason)}.`,
  'umbrella.left': ({ data }) => `It left the umbrella ${data.umbrella.ref}${because(data.because)}.`,
  'umbrella.released': ({ data }) => `${data.child.ref} left this umbrella${because(data.because)}.`,
  'umbrella.opened': ({ data }) => `${data.child.ref} shares the investigation and the solution of this one.`,
  'peer.asked': ({ data }) => `${data.to.ref} was asked: ${plain(data.command)}.`,
  'peer.answered': ({ data }) =>
    `${data.to.ref} ${data.rejection ? `refused: ${excerpt(data.rejection.detail, 200)}` : `has done it: ${plain(data.command)}`}.`,
} satisfies { [T in EventType]?: Teller<T> };
