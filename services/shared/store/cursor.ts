import { z } from 'zod';

/** A cursor that is not one of ours, or belongs to another order. */
export class InvalidCursor extends Error {
  constructor() {
    super('the cursor does not belong to this list; start again without it');
    this.name = 'InvalidCursor';
  }
}

/** The place after which a page begins. */
export interface Place {
  key: number;
  id: string;
}

const sealed = z.tuple([z.string(), z.int(), z.string().max(200)]);

/** An opaque cursor for a place in a list of this order. */
export function sealCursor(order: string, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

/**
 * The place that a cursor names.
 * @throws InvalidCursor
 */
export function openCursor(order: string, cursor: string): Place {
  const parsed = sealed.safeParse(jsonOf(cursor));
  if (!parsed.success || parsed.data[0] !== order) throw new InvalidCursor();
  const [, key, id] = parsed.data;
  return { key, id };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
