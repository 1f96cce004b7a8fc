import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../domain/duration';

const PARTS = [
  [DAY_MS, 'day'],
  [HOUR_MS, 'hour'],
  [MINUTE_MS, 'minute'],
  [SECOND_MS, 'second'],
] as const;

/** A length of time as people say it, in its two greatest parts: `2 hours 5 minutes`. */
export function spokenDuration(ms: number): string {
  let rest = Math.max(0, ms);
  const said: string[] = [];
  for (const [size, name] of PARTS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && said.length < 2) said.push(`${count} ${name}${count === 1 ? '' : 's'}`);
  }
  return said.length > 0 ? said.join(' ') : 'no time';
}
