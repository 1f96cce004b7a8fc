import type { Message } from './message';

/** A promise as far as its words go. */
interface PromisedWords {
  text: string;
  remedy?: boolean | undefined;
}

/** What a body tells the customer: the message, and everything else of it that they are promised or given to read. */
export interface Told {
  message: Message;
  /** Where the message stands in the body, e.g. `#/message`. */
  pointer: string;
  /** Further words by where they stand. */
  words?: Readonly<Record<string, string>>;
  /** Promises by where they stand. */
  promises?: Readonly<Record<string, PromisedWords>>;
}
