import type { ApiClient } from '../api/client';
import { connect } from '../api/connection';
import { allItems } from '../api/pages';
import { printJson } from '../commands/context';
import type { Context } from '../commands/context';
import { wrongUsage } from '../failure';
import { readJsonObject } from '../input-file';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import type { Terminal } from '../output/terminal';
import type { PolicyOptions } from './options';
import type { PolicyComparison, PolicyDraft } from './views';

const DRAFTERS = ['director', 'vp', 'admin'];

/** What a file becomes: a new draft, or the next revision of one. */
export interface DraftOptions extends PolicyOptions {
  title?: string;
  draft?: string;
  revision?: string;
  basedOn?: string;
}

/** Writes a draft from a file. */
export async function writeDraft({ terminal, config }: Context, file: string, options: DraftOptions): Promise<void> {
  const policy = readJsonObject(file, 'a policy', 'upstairs policies show');
  const basedOn = options.basedOn === undefined ? undefined : numberOf('--based-on', options.basedOn, 'a version');
  const api = connect(config, options, ...DRAFTERS);
  if (options.draft === undefined) {
    const { title } = options;
    if (title === undefined) return wrongUsage('--title: say what the draft is about.');
    return told(terminal, options, await api.post<PolicyDraft>('/v1/policy-drafts', { title, basedOn, policy }));
  }
  const present = await findDraft(api, options.draft);
  const revision = seenRevision(present, options.revision, 'which one the file was made from');
  const body = { title: options.title ?? present.title, revision, basedOn, policy };
  told(terminal, options, (await api.send('PUT', pathOf(present.id), { body })).body as PolicyDraft);
}

/** Prints a draft as it is written. */
export async function showDraft({ terminal, config }: Context, id: string, options: PolicyOptions): Promise<void> {
  const draft = await findDraft(connect(config, options, ...DRAFTERS), id);
  if (options.json) return printJson(terminal, draft);
  terminal.err(standing(draft));
  printJson(terminal, draft.policy);
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
  const version = options.with === undefined ? undefined : numberOf('--with', options.with, 'a version');
  // Read before: whoever writes in it meanwhile makes this revision an old one, and its approval is refused.
  const draft = await findDraft(api, id);
  const compared = await api.get<PolicyComparison>(`${pathOf(id)}/comparison`, { version });
  if (options.json) return printJson(terminal, compared);
  terminal.err(standing(draft));
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

/** An approval as the command line has it. */
export interface ApprovalOptions extends PolicyOptions {
  revision?: string;
  note?: string;
  from?: string;
}

/** Approves a draft as it was looked at. */
export async function approveDraft({ terminal, config }: Context, id: string, options: ApprovalOptions): Promise<void> {
  const api = connect(config, options, 'vp', 'director', 'admin');
  const draft = await findDraft(api, id);
  const revision = seenRevision(draft, options.revision, 'which one you have looked at');
  const body = { revision, note: options.note, effectiveFrom: options.from };
  told(terminal, options, await api.post<PolicyDraft>(`${pathOf(id)}/approve`, body));
}

/** Submits a draft, or sends it back. */
export async function moveDraft(
  { terminal, config }: Context,
  { id, move, body }: { id: string; move: 'submit' | 'refuse'; body: Record<string, unknown> },
  options: PolicyOptions,
): Promise<void> {
  const api = connect(config, options, ...DRAFTERS);
  told(terminal, options, await api.post<PolicyDraft>(`${pathOf(id)}/${move}`, body));
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

/** The revision that somebody says they have seen; where they say none, they are told which one there is. */
function seenRevision(draft: PolicyDraft, said: string | undefined, meaning: string): number {
  if (said !== undefined) return numberOf('--revision', said, 'a revision');
  return wrongUsage(
    `--revision: say ${meaning}. ${standing(draft)}.`,
    `See what it changes: upstairs policies compare ${draft.id}`,
    `See all of it:       upstairs policies show --draft ${draft.id}`,
  );
}

/** Which draft it is and how far it has come: `"Rounds", submitted, is at revision 3, written by …`. */
function standing({ title, state, revision, changedAt, changedBy }: PolicyDraft): string {
  return `"${title}", ${state}, is at revision ${revision}, last written by ${changedBy.name}, ${moment(changedAt)}`;
}

function findDraft(api: ApiClient, id: string): Promise<PolicyDraft> {
  return api.get<PolicyDraft>(pathOf(id));
}

function pathOf(id: string): string {
  return `/v1/policy-drafts/${encodeURIComponent(id)}`;
}

function numberOf(option: string, given: string, what: string): number {
  const number = Number(given);
  return Number.isInteger(number) && number > 0
    ? number
    : wrongUsage(`${option} ${given}: give the number of ${what}.`);
}
