import { Command, InvalidArgumentError } from 'commander';
import { addConnectionOptions } from '../api/connection';
import { setFeed } from '../duty/feed';
import type { FeedOptions } from '../duty/feed';
import { printRota, setRota } from '../duty/rota';
import type { SetOptions } from '../duty/rota';
import { showDuty } from '../duty/show-duty';
import type { DutyOptions, ShowOptions } from '../duty/show-duty';
import type { Context } from './context';

const HELP = `
Cover goes over the feed, the feed over the week of the rota; where none of them has anybody who is here, the duty managers
of the policy answer.

Examples:
  upstairs duty --days 30
  upstairs duty rota > rota.json          and, after it was changed:
  upstairs duty set rota.json
  upstairs duty feed shifts.ics --zone Europe/Berlin`;

/** `upstairs duty`: who is on duty, when nobody is, and what that comes from. */
export function dutyCommand(context: Context): Command {
  const duty = new Command('duty')
    .description('who is on duty, and when nobody is; the rota and the feed')
    .addHelpText('after', HELP);
  const add = (command: Command, isDefault = false) =>
    duty.addCommand(addConnectionOptions(command.option('--json', "print the API's answer"), 'manager'), { isDefault });
  add(showCommand(context), true);
  add(rotaCommand(context));
  add(setCommand(context));
  add(feedCommand(context));
  return duty;
}

function showCommand(context: Context): Command {
  return new Command('show')
    .description('who is on duty in the next days, and when nobody is (what `duty` alone does)')
    .option('--days <days>', 'so many days ahead, 90 at most', wholeDays, 14)
    .action((options: ShowOptions) => showDuty(context, options));
}

function rotaCommand(context: Context): Command {
  return new Command('rota')
    .description('print the rota as it is written: edit it, and set it again')
    .action((options: DutyOptions) => printRota(context, options));
}

function setCommand(context: Context): Command {
  return new Command('set')
    .description('write the rota, whole: the week as it repeats, and cover for single stretches')
    .argument('<file>', 'a rota as `duty rota` prints it; - for stdin')
    .option('--revision <number>', 'the revision that it was made from, where the file does not say it')
    .action((file: string, options: SetOptions) => setRota(context, file, options));
}

function feedCommand(context: Context): Command {
  return new Command('feed')
    .description('take the shifts from an ICS file, in the place of those before')
    .argument('[file]', 'an .ics file; - for stdin')
    .option('--zone <name>', 'the zone of days and times that name none (UTC)')
    .option('--drop', 'no feed any more')
    .action((file: string | undefined, options: FeedOptions) => setFeed(context, file, options));
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 90) throw new InvalidArgumentError('must be 1 to 90.');
  return days;
}
