import type { Law } from './law';
import { requiring } from './law';
import { clockBy } from './line';

const RUNG_ONCE = 'a rung never fires twice';
const rungOnce: Law = {
  name: RUNG_ONCE,
  watch() {
    const require = requiring(RUNG_ONCE);
    const fired = new Set<string>();
    return {
      event(event, before) {
        if (event.type !== 'chain.advanced') return;
        const { clockId, run, number } = event.data;
        const key = `${clockId}, cycle ${clockBy(before, clockId).cycle}, run ${run}, rung ${number}`;
        require(!fired.has(key), () => key);
        fired.add(key);
      },
    };
  },
};

const NOTICE_ONCE = 'no two notices have the same id';
const noticeOnce: Law = {
  name: NOTICE_ONCE,
  watch() {
    const require = requiring(NOTICE_ONCE);
    const ids = new Set<string>();
    return {
      event(event) {
        if (!('notices' in event.data)) return;
        for (const { id } of event.data.notices) {
          require(!ids.has(id), () => id);
          ids.add(id);
        }
      },
    };
  },
};

/** What happens once. */
export const onceLaws: readonly Law[] = [rungOnce, noticeOnce];
