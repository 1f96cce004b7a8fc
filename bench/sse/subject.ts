import type { Eyes, Happening } from './messages';

/** Something that tells many listeners of what happens. */
export interface Subject {
  name: string;
  url: string;
  /** Of the process that tells them. */
  pid: number;
  /** Those who are to listen, `count` of them. */
  eyes(count: number): Eyes[];
  /** Lets a few events happen at once, and answers when they are recorded. */
  happen(): Promise<Happening[]>;
  /** Which escalations each person sees; null for all. */
  visible(): Promise<Record<string, string[] | null>>;
  close(): Promise<void>;
}

/** Events in a batch, as one deed of a person makes them. */
export const EVENTS_A_BATCH = 3;
