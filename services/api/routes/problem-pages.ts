import { endpoint, type AnyEndpoint, type Answer } from '../http/endpoint';
import { PROBLEMS, problemType, type ProblemSlug } from '../problems/catalogue';
import { notFound } from '../problems/problem';
import { escapeHtml, page } from './page';

const HTML = 'text/html; charset=utf-8';
const htmlAnswer = { description: 'A page.', contents: [{ type: 'text/html' }] };

/** The pages that explain each problem. */
export const problemPageEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listProblems',
    method: 'get',
    path: '/problems',
    tag: 'System',
    summary: 'Every problem that the API answers with',
    answers: { 200: htmlAnswer },
    problems: [],
    public: true,
    handle: () => html('Problems', problemList()),
  }),
  endpoint({
    id: 'explainProblem',
    method: 'get',
    path: '/problems/{slug}',
    tag: 'System',
    summary: 'What a problem means and what to do about it',
    params: { slug: "The last part of the problem's `type`" },
    answers: { 200: htmlAnswer },
    problems: ['not-found'],
    public: true,
    handle: ({ params: { slug = '' } }) => {
      if (!Object.hasOwn(PROBLEMS, slug)) throw notFound('problem of this name');
      return html(
        slug,
        `<h1>${slug}</h1>\n<dl>${problemEntry(slug as ProblemSlug)}</dl>\n<p><a href="/problems">All problems</a></p>`,
      );
    },
  }),
];

function html(title: string, body: string): Answer {
  return { status: 200, contentType: HTML, body: page(title, body) };
}

function problemList(): string {
  const entries = (Object.keys(PROBLEMS) as ProblemSlug[]).sort().map(problemEntry);
  return `<h1>Problems</h1>\n<p>Refusals are <code>application/problem+json</code>; <code>type</code> is one of these.</p>\n<dl>${entries.join('\n')}</dl>`;
}

function problemEntry(slug: ProblemSlug): string {
  const { status, title, advice } = PROBLEMS[slug];
  return `<dt><code>${problemType(slug)}</code> (${status})</dt>\n<dd>${escapeHtml(title)}. ${escapeHtml(advice)}</dd>`;
}
