import { counted } from '../../../domain/counted';
import type { ApiClient } from '../api/client';
import { connect } from '../api/connection';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { wrongUsage } from '../failure';
import { readJsonObject } from '../input-file';
import { moment } from '../output/when';
import { tellGapsAhead } from './show-duty';
import type { DutyOptions } from './show-duty';

const PATH = '/v1/duty/rota';

/** The rota as the API answers with it. */
interface WrittenRota {
  shifts: unknown[];
  cover: unknown[];
  revision: number;
  changedBy: string | null;
  changedAt: string | null;
  feed: { shifts: number; until: string | null };
}

/** The options of `duty set`. */
export interface SetOptions extends DutyOptions {
  revision?: string;
}

/** Prints the rota as it is written. */
export async function printRota({ terminal, config }: Context, options: DutyOptions): Promise<void> {
  const rota = await connect(config, options, 'manager').get<WrittenRota>(PATH);
  if (options.json) return printJson(terminal, rota);
  const { revision, shifts, cover } = rota;
  terminal.err(standing(rota));
  printJson(terminal, { revision, shifts, cover });
}

/** Writes the rota that a file holds, over the revision that it was made from and no other. */
export async function setRota({ terminal, config }: Context, file: string, options: SetOptions): Promise<void> {
  const { revision: inFile, ...rota } = bodyOf(readJsonObject(file, 'a rota', 'upstairs duty rota'));
  const api = connect(config, options, 'manager');
  const revision = options.revision === undefined ? (inFile ?? (await unwritten(api))) : numberOf(options.revision);
  const written = (await api.send('PUT', PATH, { body: { ...rota, revision } })).body as WrittenRota;
  if (options.json) return printJson(terminal, written);
  terminal.out(`${standing(written)}.`);
  await tellGapsAhead(terminal, api);
}

/** Without what only an answer of the API says: `duty rota --json` may be set again as it is. */
function bodyOf(read: Record<string, unknown>): Record<string, unknown> {
  const { changedBy: _by, changedAt: _at, feed: _feed, ...body } = read;
  return body;
}

/** The revision where nobody has written a rota yet; over one that stands nobody writes who has not seen it. */
async function unwritten(api: ApiClient): Promise<number> {
  const rota = await api.get<WrittenRota>(PATH);
  if (rota.revision === 0) return 0;
  return wrongUsage(
    `--revision: say which one the file was made from. ${standing(rota)}.`,
    'See it, with its revision: upstairs duty rota',
  );
}

function standing({ revision, changedBy, changedAt, shifts, cover, feed }: WrittenRota): string {
  const week = `${counted(shifts.length, 'shift')} a week, ${counted(cover.length, 'stretch', 'stretches')} covered`;
  const holds = `${week}, ${counted(feed.shifts, 'shift')} of the feed`;
  if (changedBy === null || changedAt === null) return `Nobody has written a rota yet: ${holds}`;
  return `The rota is at revision ${revision}, written by ${changedBy}, ${moment(changedAt)}: ${holds}`;
}

function numberOf(given: string): number {
  const number = Number(given);
  return Number.isInteger(number) && number >= 0
    ? number
    : wrongUsage(`--revision ${given}: give the number of a revision.`);
}
