import { may } from '../../../domain/authority';
import {
  changeSavedView,
  createSavedView,
  deleteSavedView,
  findSavedView,
  listSavedViews,
  type SavedViewRow,
} from '../../shared/store/saved-views';
import type { ApiDeps } from '../deps';
import { endpoint, NO_CONTENT, ok, type AnyEndpoint, type Caller } from '../http/endpoint';
import { notFound, Problem } from '../problems/problem';
import { iso } from '../views/moments';
import { savedViewBodySchema, savedViewSchema, savedViewsSchema, type SavedView } from '../views/saved-view.schema';
import { DEFAULT_VIEWS } from '../views/default-views';

/** A person saves so many at most. */
const MOST_VIEWS = 100;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const params = { id: 'Its id' };

/** Views of the board under a name: those that come with Upstairs, mine, and what others share. */
export const savedViewEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    id: 'listSavedViews',
    method: 'get',
    path: '/v1/views',
    tag: 'Me',
    summary: 'The views of the board that I can choose from',
    answers: {
      200: { description: 'Those that come with Upstairs, mine, and shared ones.', schema: savedViewsSchema },
    },
    problems: [],
    handle: async ({ deps, caller }) => {
      const saved = await listSavedViews(deps.database, caller.person.id);
      return ok({ items: [...DEFAULT_VIEWS, ...saved.map((view) => savedView(view, caller))], nextCursor: null });
    },
  }),
  endpoint({
    id: 'createSavedView',
    method: 'post',
    path: '/v1/views',
    tag: 'Me',
    summary: 'Save a view of the board',
    body: savedViewBodySchema,
    answers: { 201: { description: 'The view.', schema: savedViewSchema } },
    problems: ['too-many-views'],
    idempotent: true,
    handle: async ({ deps, body, caller }) => {
      const id = await createSavedView(deps.database, caller.person.id, body, MOST_VIEWS);
      if (id === null) throw new Problem('too-many-views', `You have ${MOST_VIEWS} saved views; delete one first.`);
      return { status: 201, body: savedView(await requireView(deps, id, caller), caller) };
    },
  }),
  endpoint({
    id: 'changeSavedView',
    method: 'put',
    path: '/v1/views/{id}',
    tag: 'Me',
    summary: 'Replace a saved view: one of mine, or as a manager a shared one',
    params,
    body: savedViewBodySchema,
    answers: { 200: { description: 'The view as it is now.', schema: savedViewSchema } },
    problems: ['not-allowed', 'not-found'],
    handle: async ({ deps, params: { id = '' }, body, caller }) => {
      const view = await requireOwnView(deps, id, caller);
      if (!(await changeSavedView(deps.database, view.id, body))) throw notFound('saved view');
      return ok(savedView({ ...view, ...body }, caller));
    },
  }),
  endpoint({
    id: 'deleteSavedView',
    method: 'delete',
    path: '/v1/views/{id}',
    tag: 'Me',
    summary: 'Delete a saved view: one of mine, or as a manager a shared one',
    params,
    answers: { 204: { description: 'It is gone.' } },
    problems: ['not-allowed', 'not-found'],
    handle: async ({ deps, params: { id = '' }, caller }) => {
      const view = await requireOwnView(deps, id, caller);
      if (!(await deleteSavedView(deps.database, view.id))) throw notFound('saved view');
      return NO_CONTENT;
    },
  }),
];

/** A view that this person sees; what somebody keeps to themselves does not exist for others. */
async function requireView({ database }: ApiDeps, id: string, { person }: Caller): Promise<SavedViewRow> {
  const view = UUID.test(id) ? await findSavedView(database, id) : null;
  if (!view || !(view.shared || view.owner.id === person.id)) throw notFound('saved view');
  return view;
}

async function requireOwnView(deps: ApiDeps, id: string, caller: Caller): Promise<SavedViewRow> {
  if (DEFAULT_VIEWS.some((view) => view.id === id)) {
    throw new Problem('not-allowed', 'This view comes with Upstairs and stays as it is; save a copy of your own.');
  }
  const view = await requireView(deps, id, caller);
  if (!mayChange(view, caller)) throw new Problem('not-allowed', `This view is ${view.owner.name}'s.`);
  return view;
}

function mayChange(view: SavedViewRow, { person }: Caller): boolean {
  return view.owner.id === person.id || (view.shared && may(person, 'keep-shared-views'));
}

function savedView(view: SavedViewRow, caller: Caller): SavedView {
  return { ...view, createdAt: iso(view.createdAt), mayChange: mayChange(view, caller) };
}
