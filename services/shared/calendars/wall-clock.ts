import { IANAZone } from 'luxon';

/** Turns what the wall shows in a zone (written as if it were UTC, in epoch ms) into a moment, and back. */
export interface WallClock {
  momentOf: (wallMs: number) => number;
  wallOf: (at: number) => number;
}

/** The clock of UTC. */
export const UTC: WallClock = { momentOf: (wallMs) => wallMs, wallOf: (at) => at };

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The clock of a zone by its IANA name. */
export function clockOfZone(name: string): WallClock {
  const zone = IANAZone.create(name);
  return clockOfOffsets((at) => zone.offset(at) * 60_000);
}

/**
 * The clock of a zone whose offset at each moment is known. A time that comes twice is the first one; one that is skipped
 * counts by the offset before the change (RFC 5545, 3.3.5).
 */
export function clockOfOffsets(offsetAtMs: (at: number) => number): WallClock {
  return {
    wallOf: (at) => at + offsetAtMs(at),
    momentOf(wallMs) {
      const before = wallMs - offsetAtMs(wallMs - DAY_MS);
      const after = wallMs - offsetAtMs(wallMs + DAY_MS);
      const right = [before, after].filter((at) => at + offsetAtMs(at) === wallMs);
      return right.length > 0 ? Math.min(...right) : before;
    },
  };
}
