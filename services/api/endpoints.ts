import type { AnyEndpoint } from './http/endpoint';
import { accountEndpoints } from './routes/accounts';
import { aboutEndpoint } from './routes/about';
import { absenceEndpoints } from './routes/absences';
import { accountStoryEndpoint } from './routes/account-page';
import { actEndpoints, unknownActEndpoints } from './routes/act';
import { childrenEndpoints } from './routes/children';
import { departureEndpoint } from './routes/departures';
import { duplicatesEndpoint } from './routes/duplicates';
import { dutyEndpoints } from './routes/duty';
import { escalationEndpoints } from './routes/escalations';
import { explainEndpoint } from './routes/explain';
import { formsEndpoint } from './routes/forms';
import { healthEndpoints } from './routes/health';
import { inboxEndpoints } from './routes/inbox';
import { keyEndpoints } from './routes/keys';
import { mailboxEndpoint } from './routes/mailbox';
import { meEndpoint } from './routes/me';
import { messagesEndpoint } from './routes/messages';
import { peopleEndpoints } from './routes/people';
import { draftDecisionEndpoints } from './routes/policies/decisions';
import { draftEndpoints } from './routes/policies/drafts';
import { policyEndpoints } from './routes/policies/versions';
import { whatIfEndpoint } from './routes/policies/what-if';
import { preferencesEndpoints } from './routes/preferences';
import { previewEndpoint } from './routes/preview';
import { problemPageEndpoints } from './routes/problem-pages';
import { raiseEndpoint } from './routes/raise';
import { savedViewEndpoints } from './routes/saved-views';
import { sessionEndpoint } from './routes/session';
import { sponsorsEndpoint } from './routes/sponsors';
import { streamEndpoint } from './routes/stream';
import { timeMachineEndpoint } from './routes/time-machine';
import { timelineEndpoint } from './routes/timeline';
import { totalsEndpoint } from './routes/totals';
import { workEndpoint } from './routes/work';

/** Every operation of the API, in the order of its reference; those of the demo only in the demo. */
export function allEndpoints(demo: boolean): AnyEndpoint[] {
  return [
    raiseEndpoint,
    duplicatesEndpoint,
    ...escalationEndpoints,
    totalsEndpoint,
    timelineEndpoint,
    messagesEndpoint,
    explainEndpoint,
    formsEndpoint,
    previewEndpoint,
    ...childrenEndpoints,
    ...actEndpoints,
    ...unknownActEndpoints,
    sessionEndpoint,
    meEndpoint,
    workEndpoint,
    ...preferencesEndpoints,
    ...savedViewEndpoints,
    ...inboxEndpoints,
    streamEndpoint,
    ...peopleEndpoints,
    ...absenceEndpoints,
    departureEndpoint,
    ...dutyEndpoints,
    ...accountEndpoints,
    accountStoryEndpoint,
    sponsorsEndpoint,
    ...policyEndpoints,
    ...draftEndpoints,
    ...draftDecisionEndpoints,
    whatIfEndpoint,
    ...keyEndpoints,
    ...(demo ? [mailboxEndpoint, timeMachineEndpoint] : []),
    aboutEndpoint,
    ...healthEndpoints,
    ...problemPageEndpoints,
  ];
}
