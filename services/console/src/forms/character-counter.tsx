import type { ReactNode } from 'react';

/** From this part of the limit on the counter is shown. */
const NEAR = 0.8;

/** How much room is left in a text, once it matters. */
export function CharacterCounter({ length, max }: { length: number; max: number | undefined }): ReactNode {
  if (max === undefined || length < max * NEAR) return null;
  return (
    <p className={length > max ? 'text-sm font-medium text-danger' : 'text-sm text-ink-soft'}>
      {length.toLocaleString('en-GB')} of {max.toLocaleString('en-GB')} characters
    </p>
  );
}
