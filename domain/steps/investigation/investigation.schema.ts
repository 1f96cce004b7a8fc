import { z } from 'zod';
import { hint } from '../../field-hint';
import { ORIGINS, SCOPES } from '../../intake';
import { identifier, text } from '../../text.schema';

const consulted = z.strictObject({
  personId: identifier.meta(hint({ title: 'Who', input: 'person' })),
  note: text(5_000).meta(hint({ title: 'What they said', input: 'long-text' })),
});

/** Investigation: complete factual understanding before the customer is told anything. */
export const investigationSchema = z.strictObject({
  findings: text(20_000).meta(
    hint({
      title: 'Findings',
      description: 'What happened, in full: the customer is told nothing before this is understood',
      input: 'long-text',
    }),
  ),
  ticketHistoryRead: z
    .literal(true, { error: 'must be true: the full ticket history is read first' })
    .meta(hint({ title: 'I have read the full ticket history', description: 'Read first, without exception' })),
  csmConsulted: consulted.meta(
    hint({ title: 'CSM consulted', description: 'Whoever knows the customer is asked first', input: 'consulted' }),
  ),
  technicalConsulted: consulted.optional().meta(
    hint({
      title: 'Engineering or Product consulted',
      description: 'Required where severity is data, outage or defect',
      input: 'consulted',
    }),
  ),
  scope: z
    .enum(SCOPES)
    .optional()
    .meta(hint({ title: 'Scope', description: 'Required here where it was not known before' })),
  origin: z
    .enum(ORIGINS)
    .optional()
    .meta(hint({ title: 'Origin', description: 'Required here where it was not known before' })),
});

/** A parsed investigation. */
export type InvestigationBody = z.infer<typeof investigationSchema>;
