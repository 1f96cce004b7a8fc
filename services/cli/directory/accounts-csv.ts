import { z } from 'zod';
import { FACINGS } from '../../../domain/escalation/team/team';
import { TIERS } from '../../../domain/intake';
import { moneySchema } from '../../../domain/money.schema';
import { day, identifier, line } from '../../../domain/text.schema';
import { readMinorUnits } from '../import/values';
import type { DirectoryRow, DirectoryShape } from './directory-csv';

/** The columns of a file of accounts. */
export const ACCOUNTS_SHAPE: DirectoryShape = {
  columns: ['name', 'tier', 'arr', 'currency', 'customerSince', 'csmId', 'sponsorId', 'sponsorFacing'],
  required: ['name'],
};

/** An account as the API takes it. */
export const accountEntrySchema = z.object({
  name: line(300),
  tier: z.enum(TIERS).optional(),
  arr: moneySchema.optional(),
  customerSince: day.optional(),
  csmId: identifier.optional(),
  sponsor: z.object({ personId: identifier, facing: z.enum(FACINGS).optional() }).optional(),
});

/** A row as an account: ARR in whole units, with its currency in a column of its own. */
export function accountOf({ arr, currency, tier, sponsorId, sponsorFacing, ...rest }: DirectoryRow['cells']): unknown {
  return {
    ...rest,
    tier: tier?.toLowerCase().replace(/[\s_]+/g, '-'),
    sponsor: sponsorId === undefined ? undefined : { personId: sponsorId, facing: sponsorFacing?.toLowerCase() },
    arr: arr === undefined ? undefined : moneyOf(arr, (currency ?? '').toUpperCase()),
  };
}

/** What is no amount is left as it is, so that the schema says so. */
function moneyOf(amount: string, currency: string): unknown {
  try {
    return { amount: readMinorUnits('arr', amount, currency), currency };
  } catch {
    return { amount, currency };
  }
}
