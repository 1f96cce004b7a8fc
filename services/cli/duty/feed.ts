import { counted } from '../../../domain/counted';
import { connect } from '../api/connection';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { wrongUsage } from '../failure';
import { readInput } from '../input-file';
import { moment } from '../output/when';
import { tellGapsAhead } from './show-duty';
import type { DutyOptions } from './show-duty';

/** The options of `duty feed`. */
export interface FeedOptions extends DutyOptions {
  zone?: string;
  drop?: boolean;
}

/** Takes the shifts from an ICS file, or takes the feed away. */
export async function setFeed(
  { terminal, config }: Context,
  file: string | undefined,
  options: FeedOptions,
): Promise<void> {
  if ((file === undefined) !== (options.drop === true)) wrongUsage('Give either an ICS file or --drop.');
  const text = file === undefined ? null : readInput(file);
  const api = connect(config, options, 'manager');
  const answer = await api.send('PUT', '/v1/duty/feed', { body: { text, zone: options.zone } });
  const { shifts, until } = answer.body as { shifts: number; until: string | null };
  if (options.json) return printJson(terminal, answer.body);
  if (text === null) terminal.out('There is no feed any more.');
  else
    terminal.out(`${counted(shifts, 'shift')} taken${until === null ? '' : `, the last one until ${moment(until)}`}.`);
  await tellGapsAhead(terminal, api);
}
