import type { z } from 'zod';
import { activateSchema } from './activate/activate.schema';
import { addNoteSchema } from './add-note/add-note.schema';
import { amendSchema } from './amend/amend.schema';
import type { CommandName } from './commands';
import { interimUpdateSchema } from './interim-update/interim-update.schema';
import { keepCommitmentSchema } from './keep-commitment/keep-commitment.schema';
import { reassignSchema } from './reassign/reassign.schema';
import { recordContactSchema } from './record-contact/record-contact.schema';
import { reopenSchema } from './reopen/reopen.schema';
import { reportImportSchema } from './report-import/report-import.schema';
import { takeChargeSchema } from './take-charge/take-charge.schema';
import { withdrawSchema } from './withdraw/withdraw.schema';

/** The body of each command. */
export const commandSchemas = {
  'take-charge': takeChargeSchema,
  amend: amendSchema,
  reassign: reassignSchema,
  'interim-update': interimUpdateSchema,
  'record-contact': recordContactSchema,
  'keep-commitment': keepCommitmentSchema,
  'add-note': addNoteSchema,
  reopen: reopenSchema,
  withdraw: withdrawSchema,
  activate: activateSchema,
  'report-import': reportImportSchema,
} satisfies Record<CommandName, z.ZodType>;
