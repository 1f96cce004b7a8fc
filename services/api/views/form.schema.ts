import { z } from 'zod';

/** One step or command as a form: who it is for, and the JSON Schema of its body with the words beside each field. */
export const formSchema = z
  .object({
    name: z.string(),
    kind: z.enum(['step', 'command']),
    title: z.string(),
    help: z.string().describe('One sentence: what completes it, or what it does'),
    by: z.array(z.string()).describe('Roles, or places in the escalation such as `the-owner`'),
    schema: z
      .record(z.string(), z.unknown())
      .describe(
        'JSON Schema (2020-12) of the body. Beside its own keywords a field may hold `input` (how it is asked for), `eligible` (the roles of the person it names) and `placeholder`',
      ),
  })
  .meta({ id: 'Form' });

/** Every step and command as a form, by name. */
export const formsSchema = z
  .object({
    steps: z.record(z.string(), formSchema),
    commands: z.record(z.string(), formSchema),
    custom: z
      .record(z.string(), z.unknown())
      .describe("The present policy's own fields, as JSON Schema of `custom` in a raise and in `amend`"),
  })
  .meta({ id: 'Forms' });

/** A form's JSON. */
export type FormView = z.infer<typeof formSchema>;

/** The JSON of all forms. */
export type FormsView = z.infer<typeof formsSchema>;
