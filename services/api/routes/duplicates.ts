import { z } from 'zod';
import { foldName } from '../../shared/store/accounts';
import { duplicateCandidates, type DuplicateRow } from '../../shared/store/duplicates';
import { likenessOf, stemOf, tellingWords, type GivenComplaint, type Likeness } from '../duplicates';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { duplicatesSchema, type DuplicateView } from '../views/duplicate.schema';
import { iso } from '../views/moments';
import { queryText } from '../views/query.schema';

const MOST = 5;
const ENDED = ['settled', 'withdrawn', 'merged'];

/** An empty field of a form is as good as none. */
const field = (max: number) => z.preprocess((value) => (value === '' ? undefined : value), queryText(max).optional());

/** Escalations that may be the same complaint as the one being written. */
export const duplicatesEndpoint: AnyEndpoint = endpoint({
  id: 'listLikelyDuplicates',
  method: 'get',
  path: '/v1/likely-duplicates',
  tag: 'Escalations',
  summary: 'Escalations that may be the same complaint, while one is being written',
  description:
    'By the account, the contact and the words of the summary; likeness only suggests. Never more than five.',
  query: z.strictObject({ account: field(300), summary: field(300), email: field(254) }),
  answers: { 200: { description: 'The likeliest first.', schema: duplicatesSchema } },
  problems: [],
  handle: async ({ deps, query: { account, summary, email }, caller: { person } }) => {
    const given: GivenComplaint = { accountName: account, summary, email };
    const stems = [...new Set(tellingWords(summary ?? '').map(stemOf))];
    const rows = await duplicateCandidates(deps.database, { visibleTo: person, accountName: account, email, stems });
    return ok({ items: likeliest(given, rows) });
  },
});

function likeliest(given: GivenComplaint, rows: readonly DuplicateRow[]): DuplicateView[] {
  const judged = rows.flatMap((row) => {
    const likeness = likenessOf(given, candidateOf(row), foldName);
    return likeness ? [{ row, likeness }] : [];
  });
  const byLikeness = judged.sort(
    (one, other) => other.likeness.score - one.likeness.score || other.row.raised_at - one.row.raised_at,
  );
  return byLikeness.slice(0, MOST).map(({ row, likeness }) => duplicateView(row, likeness));
}

function candidateOf(row: DuplicateRow) {
  const { summary, account_name: accountName, contact_email: email } = row;
  return { summary, accountName, email, open: !ENDED.includes(row.status) };
}

function duplicateView(row: DuplicateRow, { because }: Likeness): DuplicateView {
  const { status, level } = row as Pick<DuplicateView, 'status' | 'level'>;
  return {
    ...{ id: row.id, ref: row.ref, summary: row.summary, status, stage: row.stage, level },
    account: { id: row.account_id, name: row.account_name },
    raisedAt: iso(row.raised_at),
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? row.owner_id },
    because,
  };
}
