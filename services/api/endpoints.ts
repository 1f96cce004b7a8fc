import type { AnyEndpoint } from './http/endpoint';
import { accountEndpoints } from './routes/accounts';
import { aboutEndpoint } from './routes/about';
import { accountStoryEndpoint } from './routes/account-page';
import { actEndpoints, unknownActEndpoints } from './routes/act';
import { duplicatesEndpoint } from './routes/duplicates';
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
import { policiesEndpoint } from './routes/policies';
import { preferencesEndpoints } from './routes/preferences';
import { previewEndpoint } from './routes/preview';
import { problemPageEndpoints } from './routes/problem-pages';
import { raiseEndpoint } from './routes/raise';
import { savedViewEndpoints } from './routes/saved-views';
import { sessionEndpoint } from './routes/session';
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
    ...accountEndpoints,
    accountStoryEndpoint,
    policiesEndpoint,
    ...keyEndpoints,
    ...(demo ? [mailboxEndpoint, timeMachineEndpoint] : []),
    aboutEndpoint,
    ...healthEndpoints,
    ...problemPageEndpoints,
  ];
}
