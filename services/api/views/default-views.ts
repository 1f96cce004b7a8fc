import type { SavedView } from './saved-view.schema';

/** The views that come with Upstairs, for everybody. */
export const DEFAULT_VIEWS: readonly SavedView[] = [
  defaultView('on-fire', 'On fire', 'open=true&overdue=true'),
  defaultView('unacknowledged', 'Unacknowledged', 'open=true&acknowledged=false'),
  defaultView('mine', 'My escalations', 'open=true&ownerId=me'),
];

function defaultView(id: string, name: string, search: string): SavedView {
  return {
    id: `default:${id}`,
    name,
    search: `${search}&sort=urgency`,
    shared: true,
    owner: { id: 'upstairs', name: 'Upstairs' },
    createdAt: null,
    mayChange: false,
  };
}
