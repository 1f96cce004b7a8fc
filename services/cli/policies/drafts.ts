import { connect } from '../api/connection';
import { allItems } from '../api/pages';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { wrongUsage } from '../failure';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import type { Terminal } from '../output/terminal';
import type { PolicyOptions } from './options';
import { readPolicyFile } from './policy-file';
import type { PolicyComparison, PolicyDraft } from './views';

const DRAFTERS = ['director', 'vp', 'admin'];

/** What a file becomes: a new draft, or the next revision of one. */
export interface DraftOptions extends PolicyOptions {
  title?: string;
  draft?: string;
  basedOn?: string;
}

/** Writes a draft from a file. */
export async function writeDraft({ terminal, config }: Context, file: string, options: DraftOptions): Promise<void> {
  const policy = readPolicyFile(file);
  const basedOn = options.basedOn === undefined ? undefined : numberOf('--based-on', options.basedOn);
  const api = connect(config, options, ...DRAFTERS);
  if (options.draft === undefined) {
    const { title } = options;
    if (title === undefined) return wrongUsage('--title: say what the draft is about.');
    return told(terminal, options, await api.post<PolicyDraft>('/v1/policy-drafts', { title, basedOn, policy }));
  }
  const path = pathOf(options.draft);
  const { title, revision } = await api.get<PolicyDraft>(path);
  const body = { title: options.title ?? title, revision, basedOn, policy };
  told(terminal, options, (await api.send('PUT', path, { body })).body as PolicyDraft);
}

/** Lists the open drafts. */
export async function listDrafts({ terminal, config }: Context, options: PolicyOptions): Promise<void> {
  const api = connect(config, options, ...DRAFTERS);
  const drafts: PolicyDraft[] = [];
  for await (const draft of allItems<PolicyDraft>(api, '/v1/policy-drafts', {})) drafts.push(draft);
  if (options.json) return drafts.forEach((draft) => terminal.out(JSON.stringify(draft)));
  if (drafts.length === 0) return terminal.out('None.');
  printTable(
    terminal,
    [
      { title: 'ID', of: ({ id }) => id },
      { title: 'STATE', of: ({ state }) => state },
      { title: 'REVISION', of: ({ revision }) => revision, align: 'right' },
      { title: 'BASED ON', of: ({ basedOn }) => basedOn, align: 'right' },
      { title: 'CHANGED', of: ({ changedAt, changedBy }) => `${moment(changedAt)} by ${changedBy.name}` },
      { title: 'TITLE', of: ({ title }) => title, gives: true },
    ],
    drafts,
  );
}

/** Shows what a draft says differently from a version. */
export async function compareDraft(
  { terminal, config }: Context,
  id: string,
  options: PolicyOptions & { with?: string },
): Promise<void> {
  const api = connect(config, options, ...DRAFTERS);
  const version = options.with === undefined ? undefined : numberOf('--with', options.with);
  const compared = await api.get<PolicyComparison>(`${pathOf(id)}/comparison`, { version });
  if (options.json) return printJson(terminal, compared);
  if (compared.differences.length === 0) return terminal.out(`It says the same as version ${compared.from}.`);
  printTable(
    terminal,
    [
      { title: 'WHAT', of: ({ path }) => path, gives: true },
      { title: `VERSION ${compared.from}`, of: ({ before }) => before ?? 'not said' },
      { title: 'DRAFT', of: ({ after }) => after ?? 'not said' },
    ],
    compared.differences,
  );
}

/** What is decided on a draft. */
export type Decision = 'submit' | 'approve' | 'refuse';

/** Submits a draft, approves it, or sends it back. */
export async function decideDraft(
  { terminal, config }: Context,
  { id, decision, body }: { id: string; decision: Decision; body: Record<string, unknown> },
  options: PolicyOptions,
): Promise<void> {
  const usually = decision === 'approve' ? ['vp', 'director', 'admin'] : DRAFTERS;
  const api = connect(config, options, ...usually);
  told(terminal, options, await api.post<PolicyDraft>(`${pathOf(id)}/${decision}`, body));
}

/** Withdraws a draft. */
export async function withdrawDraft({ terminal, config }: Context, id: string, options: PolicyOptions): Promise<void> {
  await connect(config, options, ...DRAFTERS).send('DELETE', pathOf(id));
  terminal.out(`Withdrawn: ${id}`);
}

function told(terminal: Terminal, { json }: PolicyOptions, draft: PolicyDraft): void {
  if (json) return printJson(terminal, draft);
  const { id, state, revision, version, title } = draft;
  const became = version === null ? `${state}, revision ${revision}` : `version ${version} of the policy`;
  terminal.err(`"${title}": ${became}`);
  terminal.out(id);
}

function pathOf(id: string): string {
  return `/v1/policy-drafts/${encodeURIComponent(id)}`;
}

function numberOf(option: string, given: string): number {
  const number = Number(given);
  return Number.isInteger(number) && number > 0
    ? number
    : wrongUsage(`${option} ${given}: give the number of a version.`);
}
