import { z } from 'zod';
import { hint } from '../../field-hint';
import { customerUpdateSchema } from '../../steps/customer-update/customer-update.schema';
import { intakeSchema } from '../../steps/intake/intake.schema';
import { investigationSchema } from '../../steps/investigation/investigation.schema';
import { solutionSchema } from '../../steps/solution/solution.schema';

/** Steps 1 to 4 in one form, each part with the body of its step; what is done already is left out. */
export const resolveAtOnceSchema = z.strictObject({
  intake: intakeSchema
    .optional()
    .meta(hint({ title: 'Intake', description: 'While it is not acknowledged: by a manager who owns it themselves' })),
  investigation: investigationSchema
    .optional()
    .meta(hint({ title: 'Investigation', description: 'Leave it out where it is done' })),
  solution: solutionSchema
    .optional()
    .meta(hint({ title: 'Solution', description: 'Leave it out where it is decided' })),
  customerUpdate: customerUpdateSchema
    .optional()
    .meta(hint({ title: 'Customer update', description: 'The full account, with at least one dated commitment' })),
});

/** A parsed resolution at once. */
export type ResolveAtOnceBody = z.infer<typeof resolveAtOnceSchema>;
