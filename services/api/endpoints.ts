import type { AnyEndpoint } from './http/endpoint';
import { accountEndpoints } from './routes/accounts';
import { actEndpoints, unknownActEndpoints } from './routes/act';
import { escalationEndpoints } from './routes/escalations';
import { explainEndpoint } from './routes/explain';
import { healthEndpoints } from './routes/health';
import { homeEndpoints } from './routes/home';
import { inboxEndpoints } from './routes/inbox';
import { keyEndpoints } from './routes/keys';
import { mailboxEndpoint } from './routes/mailbox';
import { meEndpoint } from './routes/me';
import { peopleEndpoints } from './routes/people';
import { policiesEndpoint } from './routes/policies';
import { raiseEndpoint } from './routes/raise';
import { streamEndpoint } from './routes/stream';
import { timeMachineEndpoint } from './routes/time-machine';
import { timelineEndpoint } from './routes/timeline';

/** Every operation of the API, in the order of its reference; those of the demo only in the demo. */
export function allEndpoints(demo: boolean): AnyEndpoint[] {
  return [
    raiseEndpoint,
    ...escalationEndpoints,
    timelineEndpoint,
    explainEndpoint,
    ...actEndpoints,
    ...unknownActEndpoints,
    meEndpoint,
    ...inboxEndpoints,
    streamEndpoint,
    ...peopleEndpoints,
    ...accountEndpoints,
    policiesEndpoint,
    ...keyEndpoints,
    ...(demo ? [mailboxEndpoint, timeMachineEndpoint] : []),
    ...healthEndpoints,
    ...homeEndpoints,
  ];
}
