import type { Person, Role } from '../../../domain/people';
import { materialiseZone } from '../../../services/shared/store/zones';

/** Where the offsets of the zones are written out around: stories and sequences play from 2026 to 2028. */
const YEAR = Date.UTC(2027, 6);

/** Zones with and without summer time, on both halves of the globe, with odd offsets, and across the date line. */
const ZONES = [
  'Etc/UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];

type Row = readonly [id: string, name: string, title: string, role: Role, area: string, managerId: string | null];

const ROWS: readonly Row[] = [
  ['olu', 'Olu Adeyemi', 'Senior Support Engineer', 'owner', 'support', 'mia'],
  ['mia', 'Mia Berg', 'Support Manager', 'manager', 'support', 'dora'],
  ['dora', 'Dora Ilić', 'Director of Support', 'director', 'support', 'vera'],
  ['vera', 'Vera Novak', 'VP of Support', 'vp', 'support', null],
  ['cleo', 'Cleo Marchetti', 'Customer Success Manager', 'csm', 'customer-success', 'hugo'],
  ['max', 'Max Okafor', 'Support Manager, Nights', 'manager', 'support', 'dora'],
  ['ona', 'Ona Petraitė', 'Principal Support Engineer', 'owner', 'support', 'max'],
  ['ana', 'Ana Ruiz', 'Support Agent', 'agent', 'support', 'max'],
  ['cora', 'Cora Lind', 'Senior Customer Success Manager', 'csm', 'customer-success', 'hugo'],
  ['hugo', 'Hugo Falk', 'Head of Customer Success', 'manager', 'customer-success', 'vera'],
  ['edda', 'Edda Sørensen', 'Staff Engineer', 'contributor', 'engineering', 'hugo'],
  ['axel', 'Axel Brandt', 'Systems Administrator', 'admin', 'it', null],
  ['emil', 'Emil Kovač', 'Escalation Manager', 'escalation-manager', 'customer-success', 'hugo'],
  ['xena', 'Xena Duarte', 'Chief Executive', 'executive', 'board', null],
  ['lena', 'Lena Roth', 'Legal Counsel', 'contributor', 'legal', 'vera'],
];

/** The ids of everybody in the company, in a fixed order. */
export const CAST: readonly string[] = ROWS.map(([id]) => id);

/** Ways in which a directory's lines differ from the plain one: person → manager. */
const LINES: readonly Readonly<Record<string, string | null>>[] = [
  {},
  { olu: 'dora', ona: 'vera' },
  { olu: null, ona: null },
  { mia: null, max: null },
  { mia: 'nobody-knows', cleo: 'nobody-knows' },
  { dora: 'mia', hugo: 'cleo' },
  { cleo: null, cora: null, edda: null },
  { olu: 'max', max: 'mia', vera: 'xena' },
  { olu: 'xena', xena: 'vera' },
];

/** How many kinds of lines there are. */
export const LINE_KINDS = LINES.length;

/** What a directory is made of; all zeros is the plainest company: everybody here, one zone, a whole line. */
export interface CompanyPlan {
  line: number;
  zones: number;
  away: readonly number[];
}

/** The people of a company. */
export function companyOf({ line, zones, away }: CompanyPlan): Person[] {
  const reporting = LINES[line % LINES.length] ?? {};
  return ROWS.map(([id, name, title, role, area, managerId], index) => ({
    id,
    name,
    title,
    email: `${id}@upstairs.example`,
    roles: [role],
    function: area,
    managerId: id in reporting ? (reporting[id] ?? null) : managerId,
    zone: zoneOf(zones, index),
    available: !away.includes(index),
  }));
}

/** The people of the plainest company, by id. */
export function plainCompany(zone = 'Etc/UTC'): Record<string, Person> {
  const people = companyOf({ line: 0, zones: 0, away: [] });
  return Object.fromEntries(people.map((person) => [person.id, { ...person, zone: materialiseZone(zone, YEAR) }]));
}

function zoneOf(zones: number, index: number) {
  const name = ZONES[(zones < ZONES.length ? zones : zones * (index + 1)) % ZONES.length] as string;
  return materialiseZone(name, YEAR);
}
