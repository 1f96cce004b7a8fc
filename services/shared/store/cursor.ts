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
  /** The second key of an order that has two. */
  then?: number;
  id: string;
}

const sealed = z.tuple([z.string(), z.int(), z.string().max(200), z.int().optional()]);

/** An opaque cursor for a place in a list of this order. */
export function sealCursor(order: string, { key, id, then }: Place): string {
  return Buffer.from(JSON.stringify(then === undefined ? [order, key, id] : [order, key, id, then])).toString(
    'base64url',
  );
}

/**
 * The place that a cursor names.
 * @throws InvalidCursor
 */
export function openCursor(order: string, cursor: string): Place {
  const parsed = sealed.safeParse(jsonOf(cursor));
  if (!parsed.success || parsed.data[0] !== order) throw new InvalidCursor();
  const [, key, id, then] = parsed.data;
  return { key, id, then };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
