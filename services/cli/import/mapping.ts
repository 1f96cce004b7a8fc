import { oneLine } from '../output/printable';
import { wrongUsage } from '../failure';
import { findTarget, foldName, TARGETS } from './targets';

/** Where each field comes from, decided before the first row is read. */
export interface Mapping {
  /** The index of the column that fills a field, by the field's path. */
  columns: ReadonlyMap<string, number>;
  constants: ReadonlyMap<string, string>;
  header: readonly string[];
}

/** Decides the mapping from the header and the options; one clear refusal where a column is missing. */
export function resolveMapping(
  file: string,
  header: readonly string[],
  maps: readonly string[],
  sets: readonly string[],
  defaults: Readonly<Record<string, string>>,
): Mapping {
  const constants = new Map(sets.map((set) => split('--set', set)));
  const columns = new Map<string, number>();
  const mapped = new Set<string>();
  const missing: string[] = [];
  for (const [path, source] of maps.map((map) => split('--map', map))) {
    mapped.add(path);
    if (source === '') continue;
    const column = columnOf(header, source);
    if (column < 0) missing.push(`"${oneLine(source)}" (for ${path})`);
    else columns.set(path, column);
  }
  if (missing.length > 0) refuseMissing(file, header, missing);
  for (const target of TARGETS) {
    if (mapped.has(target.path) || constants.has(target.path)) continue;
    const column = defaultColumn(header, target.columns);
    if (column >= 0) columns.set(target.path, column);
  }
  return complete(file, { columns, constants, header }, mapped, defaults);
}

/** A narrative alone gives the summary too; without a summary at all nothing can be raised. */
function complete(
  file: string,
  mapping: { columns: Map<string, number>; constants: Map<string, string>; header: readonly string[] },
  mapped: ReadonlySet<string>,
  defaults: Readonly<Record<string, string>>,
): Mapping {
  const { columns, constants, header } = mapping;
  const narrative = columns.get('narrative');
  if (!columns.has('summary') && !mapped.has('summary') && narrative !== undefined) columns.set('summary', narrative);
  for (const [path, value] of Object.entries(defaults)) {
    if (!columns.has(path) && !constants.has(path)) constants.set(path, value);
  }
  if (!columns.has('summary') && !constants.has('summary')) refuseMissing(file, header, ['for the summary']);
  return mapping;
}

function refuseMissing(file: string, header: readonly string[], missing: readonly string[]): never {
  return wrongUsage(
    `${file} has no column ${missing.join(', nor ')}.`,
    `Its columns are: ${header.map((name) => oneLine(name)).join(', ')}.`,
    'Say which one it is: --map field=column, such as --map summary=Title. Nothing was done.',
  );
}

function split(option: string, given: string): [path: string, value: string] {
  const at = given.indexOf('=');
  if (at <= 0)
    wrongUsage(`${option} ${given}: write it as ${option} field=${option === '--map' ? 'column' : 'value'}.`);
  const target = findTarget(given.slice(0, at));
  if (!target) {
    const known = TARGETS.map(({ path }) => path).join(', ');
    return wrongUsage(`${option} ${given}: there is no field "${given.slice(0, at)}".`, `The fields are: ${known}.`);
  }
  return [target.path, given.slice(at + 1).trim()];
}

function columnOf(header: readonly string[], name: string): number {
  const exact = header.findIndex((column) => column.trim() === name);
  return exact >= 0
    ? exact
    : header.findIndex((column) => foldName(column) === foldName(name) && foldName(name) !== '');
}

function defaultColumn(header: readonly string[], names: readonly string[]): number {
  const folded = header.map(foldName);
  return names.map((name) => folded.indexOf(name)).find((column) => column >= 0) ?? -1;
}

/** The mapping in lines for a person, with the columns that nothing uses. */
export function describeMapping({ columns, constants, header }: Mapping): string[] {
  const fromColumns = [...columns].map(([path, column]) => `  ${path} ← ${oneLine(header[column] ?? '')}`);
  const fixed = [...constants].map(([path, value]) => `  ${path} = ${oneLine(value)}`);
  const used = new Set(columns.values());
  const unused = header.filter((name, column) => !used.has(column) && name.trim() !== '').map((name) => oneLine(name));
  return [...fromColumns, ...fixed, ...(unused.length > 0 ? [`  not used: ${unused.join(', ')}`] : [])];
}
