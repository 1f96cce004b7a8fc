import type { Role } from '../../../domain/people';
import type { PersonFacts } from './people';

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const KOLKATA = 'Asia/Kolkata';
const LONDON = 'Europe/London';

type Line = [id: string, name: string, title: string, role: Role, of: string, managerId: string | null, zone: string];

/** Who reports to whom reads upwards; the first of each role stand in one line. */
const LINES: readonly Line[] = [
  ['agent-tomasz', 'Tomasz Wren', 'Support Agent', 'agent', 'support', 'manager-ines', BERLIN],
  ['agent-lakshmi', 'Lakshmi Pell', 'Support Agent', 'agent', 'support', 'manager-grant', KOLKATA],
  ['owner-anneke', 'Anneke Voss', 'Senior Support Engineer', 'owner', 'support', 'manager-ines', BERLIN],
  ['owner-desmond', 'Desmond Achterberg', 'Principal Support Engineer', 'owner', 'support', 'manager-ines', LONDON],
  ['owner-ravi', 'Ravi Tanwar', 'Senior Support Engineer', 'owner', 'support', 'manager-grant', KOLKATA],
  ['owner-june', 'June Halloway', 'Senior Support Engineer', 'owner', 'support', 'manager-grant', NEW_YORK],
  ['manager-ines', 'Ines Marchetti', 'Support Manager, EMEA', 'manager', 'support', 'director-howard', BERLIN],
  [
    'manager-grant',
    'Grant Oyelaran',
    'Support Manager, Americas and India',
    'manager',
    'support',
    'director-howard',
    NEW_YORK,
  ],
  ['director-howard', 'Howard Linde', 'Director of Support', 'director', 'support', 'vp-marguerite', BERLIN],
  ['vp-marguerite', 'Marguerite Sato', 'VP of Support', 'vp', 'support', 'executive-elena', NEW_YORK],
  ['csm-bashir', 'Bashir Lund', 'Customer Success Manager', 'csm', 'customer-success', 'director-odile', LONDON],
  ['csm-paloma', 'Paloma Reyes-Key', 'Customer Success Manager', 'csm', 'customer-success', 'director-odile', NEW_YORK],
  [
    'director-odile',
    'Odile Brandt',
    'Head of Customer Success',
    'director',
    'customer-success',
    'executive-elena',
    LONDON,
  ],
  ['engineer-mirko', 'Mirko Stahl', 'Staff Engineer', 'contributor', 'engineering', 'engineering-yuki', BERLIN],
  ['engineering-yuki', 'Yuki Aramburu', 'Engineering Lead', 'contributor', 'engineering', 'executive-elena', KOLKATA],
  ['product-salome', 'Salome Nkemelu', 'Product Manager', 'contributor', 'product', 'executive-elena', LONDON],
  ['finance-victor', 'Victor Abendroth', 'Billing Lead', 'contributor', 'finance', 'executive-elena', NEW_YORK],
  [
    'support-ops-hanna',
    'Hanna Quist',
    'Support Operations Lead',
    'contributor',
    'support-ops',
    'director-howard',
    BERLIN,
  ],
  [
    'escalation-noor',
    'Noor Castellane',
    'Escalation Manager',
    'escalation-manager',
    'customer-success',
    'director-odile',
    LONDON,
  ],
  ['executive-elena', 'Elena Farrow', 'Chief Customer Officer', 'executive', 'executive', null, NEW_YORK],
  ['admin-pavel', 'Pavel Dorn', 'Systems Administrator', 'admin', 'it', 'executive-elena', BERLIN],
];

/** The people of the demo: of our own invention, at least one for each role, with their reporting lines. */
export const DEMO_PEOPLE: readonly PersonFacts[] = LINES.map(([id, name, title, role, of, managerId, zone]) => ({
  id,
  name,
  title,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@upstairs.example`,
  roles: [role],
  function: of,
  managerId,
  zone,
  available: true,
}));

/** Those who take the first answer where nobody else has: in this order. */
export const DEMO_DUTY_MANAGERS: readonly string[] = ['manager-ines', 'manager-grant'];
