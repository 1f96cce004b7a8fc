import { HOUR_MS } from '../../duration';
import { amendFact } from '../../escalation/facts';
import { meetClock } from '../../escalation/clocks';
import type { Draft } from '../../escalation/draft';
import { namedPerson } from '../../escalation/named';
import type { Severity } from '../../intake';
import { invalid } from '../../rejection';
import type { StepDefinition } from '../step';
import type { InvestigationBody } from './investigation.schema';

/** Where the cause is likely technical, somebody technical is consulted. */
const TECHNICAL: readonly Severity[] = ['data', 'outage', 'defect'];

/** The owner understands it completely within 4 h, before the customer is told anything. */
export const investigation: StepDefinition<InvestigationBody> = {
  name: 'investigation',
  title: 'Investigation',
  help: 'The full ticket history read, the CSM and, where technical, Engineering or Product consulted.',
  clock: { anchor: 'acknowledgment', budgetMs: 4 * HOUR_MS },
  after: ['intake'],
  by: ['the-owner'],
  complete(draft, { body, now }) {
    checkConsulted(draft, body);
    checkKnown(draft, body);
    const then = () => {
      if (body.scope) amendFact(draft, 'scope', body.scope, 'investigation');
      if (body.origin) amendFact(draft, 'origin', body.origin, 'investigation');
      meetClock(draft, 'investigation', now);
    };
    return { occurredAt: now, then };
  },
};

function checkConsulted({ state }: Draft, body: InvestigationBody): void {
  namedPerson(state, body.csmConsulted.personId, '#/csmConsulted/personId');
  const { severity } = state.complaint;
  if (body.technicalConsulted) {
    namedPerson(state, body.technicalConsulted.personId, '#/technicalConsulted/personId');
  } else if (TECHNICAL.includes(severity)) {
    const detail = `required where the severity is ${TECHNICAL.join(', ')}`;
    invalid('invalid-content', `Severity ${severity}: somebody technical is consulted.`, {
      pointer: '#/technicalConsulted',
      detail,
    });
  }
}

function checkKnown({ state }: Draft, body: InvestigationBody): void {
  const unknown = (['scope', 'origin'] as const).filter((fact) => !state.complaint[fact] && !body[fact]);
  if (unknown.length === 0) return;
  const errors = unknown.map((fact) => ({
    pointer: `#/${fact}`,
    detail: 'to be known by the end of the investigation',
  }));
  invalid('invalid-content', `Still unknown: ${unknown.join(' and ')}.`, ...errors);
}
