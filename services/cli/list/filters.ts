import { Option } from 'commander';
import type { Command } from 'commander';
import { DOORS, SEVERITIES, TIERS } from '../../../domain/intake';
import { LEVELS } from '../../../domain/priority';
import { ROOT_CAUSES } from '../../../domain/root-cause';
import { collect } from '../commands/body-input';

/** What a filter takes, and what the help says of it. */
type Filter = readonly [takes: '<value>' | '<person>' | '<moment>' | '[flag]', says: string];

/** The API's filters by their headings in the help. What a value may be the API says, where it refuses one. */
const FILTERS: Readonly<Record<string, Readonly<Record<string, Filter>>>> = {
  'How they stand:': {
    status: ['<value>', 'open, paused, closed, settled, withdrawn or merged'],
    stage: ['<value>', 'the step that is next, such as intake'],
    level: ['<value>', LEVELS.join(', ')],
    open: ['[flag]', 'open, paused or in the follow-up'],
    quiet: ['[flag]', 'imported, and not activated'],
    acknowledged: ['[flag]', 'the customer had our acknowledgment'],
    level_set: ['[flag]', 'a person has set the level'],
    ever_paused: ['[flag]', 'paused at least once'],
    awaiting_approval: ['[flag]', 'a decision is asked for that nobody has made yet'],
    unheard: ['[flag]', 'somebody was to be told and nobody could be'],
  },
  'What is due:': {
    breached: ['[flag]', 'a clock has run out and is not answered'],
    overdue: ['[flag]', 'a clock that watches has ended'],
    due_within: ['<value>', 'the next clock ends within this time (PT1H), and none is overdue'],
    due_before: ['<moment>', 'something is due before'],
    promised_today: ['[flag]', 'a promise is owed with a date of today (only as true)'],
  },
  'Whose they are:': {
    ownerId: ['<person>', 'the owner'],
    csmId: ['<person>', "the account's CSM"],
    escalationManagerId: ['<person>', 'who manages it'],
    sponsorId: ['<person>', 'who sponsors it'],
    teamMemberId: ['<person>', 'who is on its team'],
    taskOwnerId: ['<person>', 'who has an open task in it'],
  },
  'What they are about:': {
    q: ['<value>', 'words in them'],
    accountId: ['<value>', 'the customer'],
    severity: ['<value>', SEVERITIES.join(', ')],
    tier: ['<value>', `${TIERS.join(', ')}, unknown`],
    door: ['<value>', DOORS.join(', ')],
    rootCause: ['<value>', ROOT_CAUSES.join(', ')],
    custom: ['<value>', 'a field of the policy with its value, region:EMEA; of several all hold'],
  },
  'Which they are:': {
    id: ['<value>', 'the id, not the ref'],
    umbrellaId: ['<value>', 'under the umbrella with this id'],
    mergedIntoId: ['<value>', 'merged into the one with this id'],
    policyVersion: ['<value>', 'the policy that they go by now'],
    raised_from: ['<moment>', 'raised then or later'],
    raised_to: ['<moment>', 'raised before'],
  },
};

/** The API's names of all filters. */
export const FILTER_NAMES: readonly string[] = Object.values(FILTERS).flatMap(Object.keys);

/** What the help says of all filters. */
export const FILTERS_HELP = `
A person is an id, or me. Several values, repeated or with commas between them, mean any of them. A flag alone means true;
--breached false gives all others. A moment is ISO 8601 with Z or an offset.

Examples:
  upstairs list --open --level P1,P2 --sort urgency
  upstairs list --owner-id me --due-within PT4H
  upstairs list --custom region:EMEA --raised-from 2026-11-01T00:00:00Z --all --json`;

/** Adds an option for each filter: `due_before` and `ownerId` are `--due-before` and `--owner-id`. */
export function addFilters(command: Command): Command {
  for (const [heading, filters] of Object.entries(FILTERS)) {
    for (const [name, [takes, says]] of Object.entries(filters)) {
      const option = new Option(`--${dashed(name)} ${takes}`, says).helpGroup(heading);
      command.addOption(takes === '[flag]' ? option : option.argParser(collect));
    }
  }
  return command;
}

/** The filters that the options name, as the API takes them. */
export function filtersOf(options: Readonly<Record<string, unknown>>): Record<string, string | string[]> {
  const given = FILTER_NAMES.map((name) => [name, options[attributeOf(name)]] as const);
  return Object.fromEntries(
    given
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}

function dashed(name: string): string {
  return name.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Under which name commander gives an option. */
function attributeOf(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
