import { z } from 'zod';
import { ORIGINS, SCOPES } from '../../intake';
import { identifier, text } from '../../text.schema';

const consulted = z.strictObject({ personId: identifier, note: text(5_000) });

/** Investigation: complete factual understanding before the customer is told anything. */
export const investigationSchema = z.strictObject({
  findings: text(20_000),
  ticketHistoryRead: z.literal(true, { error: 'must be true: the full ticket history is read first' }),
  csmConsulted: consulted,
  technicalConsulted: consulted.optional().describe('Required where severity is data, outage or defect'),
  scope: z.enum(SCOPES).optional().describe('Required here where it was not known before'),
  origin: z.enum(ORIGINS).optional().describe('Required here where it was not known before'),
});

/** A parsed investigation. */
export type InvestigationBody = z.infer<typeof investigationSchema>;
