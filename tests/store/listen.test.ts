import { setTimeout as pause } from 'node:timers/promises';
import { insertDemoMail, listDemoMails } from '../../services/shared/store/demo-mails';
import { listenToJournal } from '../../services/shared/store/listen';
import type { FreshStore } from './fresh-store';
import { freshStore } from './fresh-store';
import { raised } from './told';

let store: FreshStore;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 200) throw new Error('it never came');
    await pause(25);
  }
}

test('whoever listens is told of what is recorded, also after the connection broke', async () => {
  let [told, broken] = [0, 0];
  const listening = listenToJournal(store.db, { onAppended: () => (told += 1), onError: () => (broken += 1) });
  try {
    await until(() => told === 1);
    await raised(store.db, { id: 'one' });
    await until(() => told === 2);
    await store.db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'upstairs journal listener'`,
    );
    await until(() => broken === 1 && told === 3);
    await raised(store.db, { id: 'two' });
    await until(() => told === 4);
  } finally {
    await listening.close();
  }
});

test('the demo keeps each mail once, the newest first', async () => {
  const mail = (id: number) => ({
    ...{ messageId: `<${id}@x>`, from: 'us', to: 'you', subject: `s ${id}`, text: 'a NUL \u0000', at: id },
  });
  for (const id of [1, 2, 1, 3]) await insertDemoMail(store.db, mail(id));
  const mails = await listDemoMails(store.db, 2);
  expect(mails).toEqual([3, 2].map((id) => ({ ...mail(id), text: 'a NUL \ufffd' })));
});
