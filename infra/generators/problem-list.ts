import type { ProblemSlug } from '../../services/api/problems/catalogue';
import { PROBLEMS, problemType } from '../../services/api/problems/catalogue';
import { code, generatedFrom, table } from './markdown';

/** docs/problems.md: every way in which the API refuses, from its own catalogue. */
export const problemListGenerator = {
  path: 'docs/problems.md',
  content(): string {
    const slugs = (Object.keys(PROBLEMS) as ProblemSlug[]).sort();
    const rows = slugs.map((slug) => {
      const { status, title, advice } = PROBLEMS[slug];
      return [code(problemType(slug)), String(status), title, advice];
    });
    return [
      generatedFrom('services/api/problems/catalogue.ts'),
      '# Problems',
      'What the API refuses is answered with `application/problem+json` (RFC 9457) and changes nothing. `type` is stable, ' +
        'for programs; `detail` says what is wrong here, for people; `errors` names each wrong field with a pointer. The ' +
        'same list is served at `/problems`, and each `type` is an address of the API that explains itself.',
      table(['Type', 'Status', 'What it means', 'What to do'], rows),
      `\`\`\`json\n${JSON.stringify(EXAMPLE, null, 2)}\n\`\`\``,
    ].join('\n\n');
  },
};

const EXAMPLE = {
  type: problemType('acknowledgment-incomplete'),
  title: PROBLEMS['acknowledgment-incomplete'].title,
  status: 422,
  detail: 'The acknowledgment lacks the signer\'s title, "Support Manager, EMEA".',
  errors: [{ pointer: '#/acknowledgment/body', detail: 'lacks the signer\'s title, "Support Manager, EMEA"' }],
};
