import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { line, text } from '../../domain/text.schema';
import { InvalidConfig } from '../shared/config';

/** What a company counts as an executive escalation, shown beside the form that raises one. */
export interface Definition {
  title: string;
  /** Paragraphs. */
  text: readonly string[];
  scope: readonly string[];
  origin: readonly string[];
}

/** The definition as shipped; a company's own replaces it by UPSTAIRS_DEFINITION_FILE. */
export const SHIPPED_DEFINITION: Definition = {
  title: 'What counts as an executive escalation',
  text: [
    'A complaint that has reached senior leadership, straight away or by way of Support or Customer Success. It needs one person who answers for it, a fast and complete repair, and a cure of its cause.',
    'Anyone may raise one, for almost any reason: limiting who may loses customers. When in doubt, raise it. It can be withdrawn, and one that was never raised cannot be answered.',
    'By whichever door it came (a mail to an executive, an executive in copy, a social post, a CSM, a flagged ticket, another team), it is one escalation. If something like it is shown beside this form, add to that one instead.',
    'From the moment it was received a manager has two hours to answer the customer in person and to name one owner.',
  ],
  scope: [
    'One customer: the trouble is theirs alone, as far as anybody knows.',
    'Several customers: the same trouble has reached, or will reach, others. They are owed the same care.',
  ],
  origin: [
    'Internal: it began with us, with our product, our process or our people.',
    'External: it began outside, with a partner or a supplier. To the customer it is ours all the same.',
  ],
};

const FILE_LIMIT = 64 * 1024;

const definitionSchema = z.strictObject({
  title: line(200),
  text: z.array(text(2_000)).min(1).max(20),
  scope: z.array(text(500)).max(10).default([]),
  origin: z.array(text(500)).max(10).default([]),
});

/**
 * The company's own definition from a JSON file, or the shipped one where none is named.
 * @throws InvalidConfig where the file cannot be read or does not hold a definition.
 */
export async function readDefinition(file: string | null): Promise<Definition> {
  if (file === null) return SHIPPED_DEFINITION;
  const parsed = definitionSchema.safeParse(await jsonOf(file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 10).map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw wrong(file, problems.join('; '));
}

async function jsonOf(file: string): Promise<unknown> {
  const content = await readFile(file).catch((error: Error) => {
    throw wrong(file, `it cannot be read (${error.message})`);
  });
  if (content.length > FILE_LIMIT) throw wrong(file, `it has more than ${FILE_LIMIT / 1024} KB`);
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    throw wrong(file, 'it is not JSON');
  }
}

function wrong(file: string, why: string): InvalidConfig {
  return new InvalidConfig([
    `UPSTAIRS_DEFINITION_FILE names ${file}, a JSON file with title, text, scope and origin; ${why}`,
  ]);
}
