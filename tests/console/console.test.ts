import { badInput } from './stories/bad-input';
import { firstVisit } from './stories/first-visit';
import { network } from './stories/network';
import { ownerByKeyboard } from './stories/owner-by-keyboard';
import { raisingOne } from './stories/raising-one';
import { sessionEnds } from './stories/session-ends';
import { twoManagers } from './stories/two-managers';
import { vpWatches } from './stories/vp-watches';
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
// Last, as it kills the API under everybody.
network(there);
