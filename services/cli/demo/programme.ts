import { answeredByPhone } from './stories/answered-by-phone';
import { beyondAuthority } from './stories/beyond-authority';
import { brokenPromise } from './stories/broken-promise';
import { changingHands } from './stories/changing-hands';
import { chargedTwice } from './stories/charged-twice';
import { forgottenOutage } from './stories/forgotten-outage';
import { handedOver } from './stories/handed-over';
import { missingShipments } from './stories/missing-shipments';
import { movedPromise } from './stories/moved-promise';
import { nobodyAtHome } from './stories/nobody-at-home';
import { notBetterOff } from './stories/not-better-off';
import { silentOwner } from './stories/silent-owner';
import { smallDefect } from './stories/small-defect';
import { takenBack } from './stories/taken-back';
import { twoDoors } from './stories/two-doors';
import { waitingForAnswer } from './stories/waiting-for-answer';
import { weekendWish } from './stories/weekend-wish';
import type { Story } from './story';

/** The stories of the demo in their order: all nine doors and all severities among them. */
export const PROGRAMME: readonly Story[] = [
  chargedTwice,
  forgottenOutage,
  answeredByPhone,
  silentOwner,
  brokenPromise,
  notBetterOff,
  changingHands,
  missingShipments,
  takenBack,
  weekendWish,
  nobodyAtHome,
  smallDefect,
  movedPromise,
  beyondAuthority,
  waitingForAnswer,
  handedOver,
  twoDoors,
];
