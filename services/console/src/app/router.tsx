import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readBoardSearch } from '../pages/board/board-search';
import { readCallSheetSearch } from '../pages/call-sheet/call-sheet-search';
import { readEscalationSearch } from '../pages/escalation/escalation-search';
import { readPeopleSearch } from '../pages/people/people-search';
import { readDraftSearch, readVersionSearch } from '../pages/policies/policy-search';
import { readRaiseSearch } from '../pages/raise/raise-search';
import { readWorkSearch } from '../pages/work/work-search';
import { Loading } from '../ui/states';
import { BrokenPage, NotFoundPage } from './error-pages';
import { homeOf } from './home';
import { parseSearch, stringifySearch } from './search';
import { Shell } from './shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to send somebody elsewhere
    throw redirect({ to: await homeOf(), replace: true });
  },
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('../pages/board/board-page'), 'BoardPage'),
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: readWorkSearch,
  component: lazyRouteComponent(() => import('../pages/work/work-page'), 'WorkPage'),
});

const raise = createRoute({
  getParentRoute: () => root,
  path: '/raise',
  validateSearch: readRaiseSearch,
  component: lazyRouteComponent(() => import('../pages/raise/raise-page'), 'RaisePage'),
});

const escalation = createRoute({
  getParentRoute: () => root,
  path: '/escalations/$ref',
  validateSearch: readEscalationSearch,
  component: lazyRouteComponent(() => import('../pages/escalation/escalation-page'), 'EscalationPage'),
});

const callSheet = createRoute({
  getParentRoute: () => root,
  path: '/escalations/$ref/call',
  validateSearch: readCallSheetSearch,
  component: lazyRouteComponent(() => import('../pages/call-sheet/call-sheet-page'), 'CallSheetPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('../pages/account/account-page'), 'AccountPage'),
});

const policies = createRoute({
  getParentRoute: () => root,
  path: '/policies',
  component: lazyRouteComponent(() => import('../pages/policies/policies-page'), 'PoliciesPage'),
});

const policyVersion = createRoute({
  getParentRoute: () => root,
  path: '/policies/$version',
  validateSearch: readVersionSearch,
  component: lazyRouteComponent(() => import('../pages/policies/version-page'), 'VersionPage'),
});

const policyDraft = createRoute({
  getParentRoute: () => root,
  path: '/policies/drafts/$id',
  validateSearch: readDraftSearch,
  component: lazyRouteComponent(() => import('../pages/policies/draft-page'), 'DraftPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('../pages/people/people-page'), 'PeoplePage'),
});

const duty = createRoute({
  getParentRoute: () => root,
  path: '/duty',
  component: lazyRouteComponent(() => import('../pages/duty/duty-page'), 'DutyPage'),
});

const sponsors = createRoute({
  getParentRoute: () => root,
  path: '/sponsors',
  component: lazyRouteComponent(() => import('../pages/sponsors/sponsors-page'), 'SponsorsPage'),
});

const children = createRoute({
  getParentRoute: () => root,
  path: '/escalations/$ref/children',
  component: lazyRouteComponent(() => import('../pages/children/children-page'), 'ChildrenPage'),
});

const routeTree = root.addChildren([
  ...[home, board, work, raise, escalation, callSheet, account],
  ...[policies, policyVersion, policyDraft, people, duty, sponsors, children],
]);

/** Every address of the console. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
