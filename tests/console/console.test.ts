import { agreements } from './stories/agreements';
import { awayAndOnDuty } from './stories/away-and-on-duty';
import { badInput } from './stories/bad-input';
import { firstVisit } from './stories/first-visit';
import { legalReview } from './stories/legal-review';
import { manyHands } from './stories/many-hands';
import { network } from './stories/network';
import { oneOutage } from './stories/one-outage';
import { ownerByKeyboard } from './stories/owner-by-keyboard';
import { placesAndTasks } from './stories/places-and-tasks';
import { policyDesk } from './stories/policy-desk';
import { raisingOne } from './stories/raising-one';
import { sameComplaint } from './stories/same-complaint';
import { sessionEnds } from './stories/session-ends';
import { twoManagers } from './stories/two-managers';
import { vpWatches } from './stories/vp-watches';
import { waitingAndLevel } from './stories/waiting-and-level';
import { raiseCurtain, type Stage } from './stage';

/** One whole system and one browser for all stories: each has its own escalations and its own windows. */
let stage: Stage;
const there = () => stage;

beforeAll(async () => {
  stage = await raiseCurtain();
});
afterAll(() => stage.close());

firstVisit(there);
vpWatches(there);
ownerByKeyboard(there);
twoManagers(there);
raisingOne(there);
sessionEnds(there);
badInput(there);
agreements(there);
manyHands(there);
waitingAndLevel(there);
policyDesk(there);
awayAndOnDuty(there);
oneOutage(there);
sameComplaint(there);
placesAndTasks(there);
legalReview(there);
// Last, as it kills the API under everybody.
network(there);
