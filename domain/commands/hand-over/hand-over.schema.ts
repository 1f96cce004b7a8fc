import { z } from 'zod';
import { hint } from '../../field-hint';
import { MAY_OWN } from '../../people';
import { identifier, text } from '../../text.schema';

/** The owner offers it to somebody, with a written state of things. */
export const handOverSchema = z.strictObject({
  toId: identifier.meta(
    hint({
      title: 'To',
      description: 'One person: senior and available. It is theirs once they accept',
      input: 'person',
      eligible: MAY_OWN,
    }),
  ),
  note: text(5_000)
    .min(20)
    .meta(
      hint({
        title: 'The state of things',
        description: 'What is known, what was promised, what comes next: they get it by mail',
        input: 'long-text',
      }),
    ),
});

/** A parsed hand-over. */
export type HandOverBody = z.infer<typeof handOverSchema>;
