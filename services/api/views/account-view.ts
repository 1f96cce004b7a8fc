import type { AccountFacts } from '../../../domain/intake';
import { isoDuration } from '../../../domain/iso-duration';
import type { AccountEscalation, AccountEvent, AccountPromise } from '../../shared/store/account-page';
import { breachesIn, type Breach } from '../account/breaches';
import { byMonth } from '../account/by-month';
import { checkInsIn, type CheckIn } from '../account/check-ins';
import type { AccountView } from './account.schema';
import type { EscalationItemView } from './escalation.schema';
import { iso, isoOrNull } from './moments';

/** What an account's page is made of. */
export interface AccountStory {
  account: AccountFacts;
  escalations: readonly AccountEscalation[];
  items: EscalationItemView[];
  promises: readonly AccountPromise[];
  events: readonly AccountEvent[];
  nameOf: (personId: string) => string;
  now: number;
}

const ENDED = ['settled', 'withdrawn', 'merged'];
/** A page names so many of each at most; the figures count all. */
const MOST_TOLD = 200;

/** An account's page as JSON. */
export function accountView(story: AccountStory): AccountView {
  const { account, escalations, items, promises, nameOf } = story;
  const refs = new Map(escalations.map(({ id, ref }) => [id, ref]));
  const placed = <T extends { escalationId: string }>(one: T) => ({ ...one, ref: refs.get(one.escalationId) ?? '' });
  const breaches = breachesIn(story.events);
  const checkIns = checkInsIn(story.events);
  const until = Math.max(story.now, ...escalations.map(({ last_at: at }) => at));
  return {
    account: { ...account, csm: account.csmId === null ? null : { id: account.csmId, name: nameOf(account.csmId) } },
    figures: figuresOf(escalations, promises, breaches, checkIns),
    escalations: items,
    promises: promises.slice(0, MOST_TOLD).map((promise) => placed(promiseView(promise, nameOf))),
    checkIns: checkIns.slice(0, MOST_TOLD).map(({ at, ...checkIn }) => placed({ ...checkIn, at: iso(at) })),
    breaches: breaches.slice(0, MOST_TOLD).map((breach) => placed(breachView(breach))),
    rootCauses: rootCausesOf(escalations),
    byMonth: byMonth(
      escalations.map(({ raised_at: at }) => at),
      breaches.map(({ breachedAt }) => breachedAt),
      until,
    ),
  };
}

function figuresOf(
  escalations: readonly AccountEscalation[],
  promises: readonly AccountPromise[],
  breaches: readonly Breach[],
  checkIns: readonly CheckIn[],
): AccountView['figures'] {
  const ratings = checkIns.flatMap(({ rating }) => rating ?? []);
  const late = ({ state, kept_at: keptAt, due_at: dueAt }: AccountPromise) =>
    state === 'broken' || state === 'replaced' || (state === 'kept' && keptAt !== null && keptAt > dueAt);
  const average = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  return {
    open: escalations.filter(({ status }) => !ENDED.includes(status)).length,
    all: escalations.length,
    breaches: breaches.length,
    brokenPromises: promises.filter(late).length,
    replacedPromises: promises.filter(({ state }) => state === 'replaced').length,
    movedPromises: promises.filter(({ moved }) => moved > 0).length,
    keptPromises: promises.filter((promise) => promise.state === 'kept' && !late(promise)).length,
    averageRating: ratings.length === 0 ? null : Math.round(average * 10) / 10,
    lastRating: ratings[0] ?? null,
  };
}

function promiseView(promise: AccountPromise, nameOf: AccountStory['nameOf']) {
  const { escalation_id: escalationId, id, text, responsible_id: responsibleId } = promise;
  return {
    ...{ escalationId, id, text, dueAt: iso(promise.due_at) },
    state: promise.state as AccountView['promises'][number]['state'],
    responsible: { id: responsibleId, name: nameOf(responsibleId) },
    keptAt: isoOrNull(promise.kept_at),
    moved: promise.moved,
  };
}

function breachView({ escalationId, clockId, dueAt, breachedAt, metAt }: Breach) {
  return {
    ...{ escalationId, clockId, dueAt: iso(dueAt), breachedAt: iso(breachedAt), metAt: isoOrNull(metAt) },
    lateness: metAt === null ? null : isoDuration(metAt - dueAt),
  };
}

function rootCausesOf(escalations: readonly AccountEscalation[]): AccountView['rootCauses'] {
  const counts = new Map<string, number>();
  for (const { root_cause: cause } of escalations) if (cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts]
    .map(([rootCause, count]) => ({ rootCause, count }))
    .sort((one, other) => other.count - one.count || one.rootCause.localeCompare(other.rootCause));
}
