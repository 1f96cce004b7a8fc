import { DOORS, SEVERITIES, TIERS } from '../../../../../domain/intake';
import { STEP_TITLES } from '../../../../../domain/generated/step-titles';
import { LEVELS } from '../../../../../domain/priority';
import { ROOT_CAUSES } from '../../../../../domain/root-cause';
import { factWords } from '../../words/fact-words';
import { STATUSES, type BoardSearch } from './board-search';

/** One value that a filter can have. */
export interface FilterOption {
  /** As the address has it. */
  value: string;
  label: string;
  /** As one types it, where that is another word. */
  typed?: string;
}

/** One of the board's filters: as a chip, as typed text, and in the address. */
export interface FilterDefinition {
  name: Exclude<keyof BoardSearch, 'layout' | 'sort' | 'folded' | 'q'>;
  /** Before the colon of the typed text. */
  word: string;
  label: string;
  /** `some`: several values mean any of them; `one`: a single one; `words`: what is typed. */
  kind: 'some' | 'one' | 'person' | 'account' | 'day' | 'words';
  options: readonly FilterOption[];
  /** What may be typed, and what it looks like, for `words`. */
  pattern?: RegExp;
  example?: string;
  /** It comes from links only: nobody knows such ids. */
  offered?: false;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const named = (values: readonly string[]): FilterOption[] =>
  values.map((value) => ({ value, label: capitalised(factWords(value)) }));
const yesNo = (yes: string, no: string): FilterOption[] => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
];

/** All of them, in the order in which they are offered. */
export const FILTERS: readonly FilterDefinition[] = [
  some(
    'stage',
    'stage',
    'Stage',
    Object.entries(STEP_TITLES).map(([value, label]) => ({ value, label })),
  ),
  some(
    'level',
    'level',
    'Level',
    LEVELS.map((value) => ({ value, label: value })),
  ),
  { name: 'ownerId', word: 'owner', label: 'Owner', kind: 'person', options: [] },
  { name: 'accountId', word: 'account', label: 'Account', kind: 'account', options: [] },
  some('tier', 'tier', 'Tier', named([...TIERS, 'unknown'])),
  one('overdue', 'overdue', 'Overdue', yesNo('Overdue', 'Not overdue')),
  one('due_within', 'due', 'Due within', [
    { value: 'PT1H', label: '1 hour', typed: '1h' },
    { value: 'PT4H', label: '4 hours', typed: '4h' },
    { value: 'PT8H', label: '8 hours', typed: '8h' },
    { value: 'P1D', label: '1 day', typed: '1d' },
  ]),
  one('acknowledged', 'acknowledged', 'Acknowledged', yesNo('Acknowledged', 'Not acknowledged')),
  one('unheard', 'unheard', 'Nobody notified', yesNo('Nobody could be notified', 'Somebody was notified')),
  one('breached', 'breached', 'Breached', yesNo('Breached and not answered', 'No breach unanswered')),
  one('promised_today', 'promised', 'Promised', [{ value: 'true', label: 'For today', typed: 'today' }]),
  some('door', 'door', 'Door', named(DOORS)),
  some('severity', 'severity', 'Severity', named(SEVERITIES)),
  some('rootCause', 'cause', 'Root cause', named(ROOT_CAUSES)),
  one('awaiting_approval', 'decision', 'Decision', yesNo('Awaited', 'None awaited')),
  { name: 'csmId', word: 'csm', label: 'CSM', kind: 'person', options: [] },
  { name: 'taskOwnerId', word: 'task', label: 'Has a task', kind: 'person', options: [] },
  { name: 'teamMemberId', word: 'team', label: 'On the team', kind: 'person', options: [] },
  { name: 'sponsorId', word: 'sponsor', label: 'Sponsor', kind: 'person', options: [] },
  { name: 'escalationManagerId', word: 'manager', label: 'Escalation manager', kind: 'person', options: [] },
  one('ever_paused', 'paused', 'Paused before', yesNo('Was paused', 'Was never paused')),
  one('level_set', 'set', 'Level set', yesNo('Set by a person', 'As weighed')),
  { ...typed('policyVersion', 'policy', 'Policy version'), pattern: /^[1-9]\d{0,8}$/, example: '3' },
  { ...typed('umbrellaId', 'umbrella', 'Umbrella'), pattern: UUID, example: 'the id of an escalation', offered: false },
  { name: 'raised_from', word: 'from', label: 'Raised from', kind: 'day', options: [] },
  { name: 'raised_to', word: 'until', label: 'Raised until', kind: 'day', options: [] },
  some('status', 'status', 'Status', named(STATUSES)),
  one('open', 'open', 'Ended ones', [
    { value: 'true', label: 'Left out' },
    { value: 'any', label: 'Included' },
    { value: 'false', label: 'Only those' },
  ]),
  one('quiet', 'imported', 'Imported', yesNo('Imported, not activated', 'Not only imported')),
];

function some(name: FilterDefinition['name'], word: string, label: string, options: FilterOption[]): FilterDefinition {
  return { name, word, label, kind: 'some', options };
}

function one(name: FilterDefinition['name'], word: string, label: string, options: FilterOption[]): FilterDefinition {
  return { name, word, label, kind: 'one', options };
}

function typed(name: FilterDefinition['name'], word: string, label: string): FilterDefinition {
  return { name, word, label, kind: 'words', options: [] };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The values that a filter has in an address. */
export function valuesOf(search: BoardSearch, { name }: FilterDefinition): readonly string[] {
  const value = search[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The same address with other values of a filter; none takes it away. */
export function withValues(search: BoardSearch, filter: FilterDefinition, values: readonly string[]): BoardSearch {
  const single = filter.kind === 'one' || filter.kind === 'day';
  return { ...search, [filter.name]: values.length === 0 ? undefined : single ? values.at(-1) : [...values] };
}
