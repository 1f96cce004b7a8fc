import type { ReactNode } from 'react';
import { classes } from './classes';

const tints = [
  'bg-info-soft text-info',
  'bg-good-soft text-good',
  'bg-warn-soft text-warn',
  'bg-accent-soft text-accent',
  'bg-danger-soft text-danger',
];

/** A person's initials in a circle; beside their name, so nothing that is read out. */
export function Avatar({ name, small }: { name: string; small?: boolean }): ReactNode {
  const tint = tints[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints.length];
  return (
    <span
      aria-hidden
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        small ? 'size-6 text-[0.625rem]' : 'size-9 text-sm',
        tint,
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}
