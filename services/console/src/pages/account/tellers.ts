import type { Told } from '../../time/own-now';

/** The escalations of the page by id: each has its own now, from which its moments are told. */
export type Tellers = ReadonlyMap<string, Told>;
