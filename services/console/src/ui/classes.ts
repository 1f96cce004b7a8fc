import { clsx, type ClassValue } from 'clsx';

/** Joins class names; what is false or absent is left out. */
export function classes(...names: ClassValue[]): string {
  return clsx(names);
}
