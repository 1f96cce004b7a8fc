import { may } from '../../../domain/authority';
import { identifier } from '../../../domain/text.schema';
import { accountEscalations, accountEvents, findAccount, promisesIn } from '../../shared/store/account-page';
import { listedByIds } from '../../shared/store/escalations';
import { namesOf } from '../../shared/store/people';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { itemViews } from '../listed-escalations';
import { notFound } from '../problems/problem';
import { accountPageSchema } from '../views/account.schema';
import { accountView } from '../views/account-view';

/** More than any customer escalates; the figures speak of these. */
const MOST_ESCALATIONS = 2_000;
const MOST_PROMISES = 5_000;
const MOST_LISTED = 200;

/** Everything about one customer on one page. */
export const accountStoryEndpoint: AnyEndpoint = endpoint({
  id: 'getAccount',
  method: 'get',
  path: '/v1/accounts/{id}',
  tag: 'Directory',
  summary: 'One account: its escalations, promises, breaches and check-ins',
  description: 'Only what you may see of it; where that is nothing, there is no such account for you.',
  params: { id: 'Its id' },
  answers: { 200: { description: 'The account.', schema: accountPageSchema } },
  problems: ['not-found'],
  handle: async ({ deps: { database }, params: { id = '' }, caller: { person } }) => {
    const account = identifier.safeParse(id).success ? await findAccount(database, id) : null;
    const escalations = account ? await accountEscalations(database, account.id, person, MOST_ESCALATIONS) : [];
    if (!account || (escalations.length === 0 && !may(person, 'see-all'))) throw notFound('account');
    const ids = escalations.map((one) => one.id);
    const [promises, events, rows] = await Promise.all([
      promisesIn(database, ids, MOST_PROMISES),
      accountEvents(database, ids),
      listedByIds(database, ids.slice(0, MOST_LISTED)),
    ]);
    const named = [account.csmId, ...promises.map((promise) => promise.responsible_id)].filter((one) => one !== null);
    const names = await namesOf(database, named);
    const nameOf = (personId: string) => names.get(personId) ?? personId;
    const items = await itemViews(database, rows);
    return ok(accountView({ account, escalations, items, promises, events, nameOf, now: Date.now() }));
  },
});
