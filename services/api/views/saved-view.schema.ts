import { z } from 'zod';
import { line } from '../../../domain/text.schema';
import { momentView, pageOf, personRefSchema } from './common.schema';

const NAME = /^[A-Za-z][\w.-]{0,63}$/;

/** A query as it stands in an address: names of ours, percent-encoding that can be read. */
function isQuery(search: string): boolean {
  return search.split('&').every((part) => {
    try {
      const text = decodeURIComponent(part.replaceAll('+', ' '));
      return !/\p{Cc}/u.test(text) && (part === '' || NAME.test(text.split('=')[0] ?? ''));
    } catch {
      return false;
    }
  });
}

/** What a person saves: the board's filters under a name. */
export const savedViewBodySchema = z.strictObject({
  name: line(80),
  search: z
    .string()
    .max(2_000)
    .refine((search) => !/^\?|[#\s]/.test(search) && isQuery(search), 'must be a URL query, without the question mark')
    .describe("The board's URL query, without the question mark"),
  shared: z.boolean().default(false).describe('Everybody sees it in their list of views'),
});

/** A saved view of the board. */
export const savedViewSchema = z
  .object({
    id: z.string().describe('`default:…` for those that come with Upstairs'),
    name: z.string(),
    search: z.string().describe("The board's URL query, without the question mark"),
    shared: z.boolean(),
    owner: personRefSchema,
    createdAt: momentView.nullable().describe('null for those that come with Upstairs'),
    mayChange: z.boolean().describe('Whether the caller may change and delete it'),
  })
  .meta({ id: 'SavedView' });

/** All that a person has to choose from. */
export const savedViewsSchema = pageOf(savedViewSchema).meta({ id: 'SavedViews' });

/** A saved view's JSON. */
export type SavedView = z.infer<typeof savedViewSchema>;

/** What is sent to save one. */
export type SavedViewBody = z.input<typeof savedViewBodySchema>;
