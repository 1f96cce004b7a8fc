import type { Law } from './law';
import { requiring } from './law';
import { WORD_BY_PEOPLE } from './people-act';

const LOUD = ['chain.advanced', 'clock.reminded', 'reminder.spared', 'nobody.notified'];

const SILENT = 'what is quiet sends nothing by itself until it is activated';
const silent: Law = {
  name: SILENT,
  watch() {
    const require = requiring(SILENT);
    return {
      event(event, before, after) {
        require(before.quiet || !after.quiet, () => 'it became quiet');
        require(!before.quiet || after.quiet || event.type === 'escalation.activated', () =>
          `${event.type} ended the quiet`);
        if (!before.quiet) return;
        require(!LOUD.includes(event.type), () => `${event.type} at seq ${event.seq}`);
        if (WORD_BY_PEOPLE.includes(event.type)) return;
        const mails = 'notices' in event.data && event.data.notices.some(({ via }) => via === 'mail');
        require(!mails, () => `${event.type} mails somebody`);
      },
    };
  },
};

/** Old lists don't shout. */
export const quietLaws: readonly Law[] = [silent];
