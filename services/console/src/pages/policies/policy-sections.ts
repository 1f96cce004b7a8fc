import { comparePolicies, type PolicyDifference } from '../../../../../domain/policy/compare-policies';
import type { PolicyDocument } from '../../../../../domain/policy/policy.schema';

/** A policy as it is written. */
export type Written = Readonly<Record<string, unknown>>;

/** Some of what a policy says. */
export interface Section {
  title: string;
  /** One sentence on what is meant. */
  about: string;
  lines: readonly { path: string; words: string }[];
}

const SECTIONS: readonly { title: string; about: string; keys: readonly string[] }[] = [
  {
    title: 'Clocks and budgets',
    about: 'How long each step has. A clock that is not named here has the time of its step.',
    keys: ['clocks', 'keepInformed', 'checkInRetryAfter', 'checkInAttempts', 'longestPause'],
  },
  {
    title: 'Reminders and the chain',
    about: 'When somebody is reminded, and how often and how far an unanswered breach goes up.',
    keys: ['reminderAtShare', 'reminderSparesActive', 'rungEvery', 'loudRounds', 'bundledEvery', 'chainLength'].concat([
      'takeCharge',
      'undeliveredAfter',
    ]),
  },
  {
    title: 'Loudness',
    about: 'At which hours whom a level may reach.',
    keys: ['loudness', 'waking', 'business'],
  },
  {
    title: 'Authority and approvals',
    about: 'What somebody may grant alone, and who sees a message before it goes out.',
    keys: ['authority', 'messageApproval'],
  },
  { title: 'Calendars', about: 'Business hours and holidays that clocks may count in.', keys: ['calendars'] },
  { title: 'Custom fields', about: 'What is to be known of an escalation besides.', keys: ['fields'] },
  { title: 'Plan', about: 'The steps in their order; without one here they are the shipped ones.', keys: ['plan'] },
  { title: 'On duty', about: 'Who answers where the rota has nobody.', keys: ['dutyManagerIds'] },
  { title: 'Points of the priority', about: 'From which score each level begins.', keys: ['priority'] },
  { title: 'By level and tier', about: 'What holds for some escalations only.', keys: ['variants'] },
];

/** Everything that a policy says, in words and by what it is about; what it says nothing of is left out. */
export function sectionsOf(policy: Written): Section[] {
  return SECTIONS.flatMap(({ title, about, keys }) => {
    const part = Object.fromEntries(keys.filter((key) => key in policy).map((key) => [key, policy[key]]));
    const lines = leavesOf(part).map(({ path, after }) => ({ path, words: after ?? '' }));
    return lines.length > 0 ? [{ title, about, lines }] : [];
  });
}

/** What two writings of a policy say differently; null where one of them is not written as a policy is. */
export function differencesOf(before: Written, after: Written): PolicyDifference[] | null {
  try {
    return comparePolicies(complete(before), complete(after));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function leavesOf(part: Written): PolicyDifference[] {
  return comparePolicies(complete({}), complete(part));
}

/** The comparison goes through whatever stands there, but it has to find a list of variants. */
function complete(policy: Written): PolicyDocument {
  return { variants: [], ...policy } as unknown as PolicyDocument;
}
