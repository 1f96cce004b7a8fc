import type { Shape } from '../../domain/shape';

/** What a later shape refuses of what an earlier one took; empty where it only takes more. */
export function narrowing(earlier: Shape, later: Shape, at = '#'): string[] {
  return [
    ...(later.type !== undefined && later.type !== earlier.type ? [`${at} must be ${later.type}`] : []),
    ...('const' in later && !('const' in earlier && later.const === earlier.const) ? [`${at} has one value only`] : []),
    ...wordsGone(earlier, later).map((word) => `${at} no longer takes ${JSON.stringify(word)}`),
    ...BOUNDS.filter((bound) => isTighter(bound, earlier, later)).map((bound) => `${at} has a tighter ${bound}`),
    ...patternsOf(later)
      .filter((pattern) => !patternsOf(earlier).includes(pattern))
      .map((pattern) => `${at} must match ${pattern}`),
    ...(later.items ? narrowing(earlier.items ?? {}, later.items, `${at}/items`) : []),
    ...fieldsNarrowed(earlier, later, at),
  ];
}

const LOWER = ['minLength', 'minimum', 'minItems'] as const;
const UPPER = ['maxLength', 'maximum', 'maxItems'] as const;
const BOUNDS = [...LOWER, ...UPPER];

function isTighter(bound: (typeof BOUNDS)[number], earlier: Shape, later: Shape): boolean {
  const [before, now] = [earlier[bound], later[bound]];
  if (now === undefined) return false;
  return before === undefined || (LOWER.some((one) => one === bound) ? now > before : now < before);
}

function wordsGone({ enum: before }: Shape, { enum: now }: Shape): unknown[] {
  if (!now) return [];
  return before ? before.filter((word) => !now.includes(word)) : ['what is none of its words'];
}

function patternsOf({ pattern, allOf = [] }: Shape): string[] {
  return [...(pattern === undefined ? [] : [pattern]), ...allOf.flatMap(patternsOf)];
}

function fieldsNarrowed(earlier: Shape, later: Shape, at: string): string[] {
  const { properties: before = {}, required: wanted = [] } = earlier;
  const { properties: now = {}, required = [] } = later;
  const asked = required.filter((name) => !wanted.includes(name)).map((name) => `${at}/${name} must now be there`);
  const gone = Object.keys(before).filter((name) => later.additionalProperties === false && !Object.hasOwn(now, name));
  const kept = Object.entries(before).flatMap(([name, field]) => {
    const present = now[name];
    return present ? narrowing(field, present, `${at}/${name}`) : [];
  });
  return [...asked, ...gone.map((name) => `${at}/${name} is no longer known`), ...kept];
}
