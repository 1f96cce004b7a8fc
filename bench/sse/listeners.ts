import http from 'node:http';
import { sharedNowMs } from './clock';
import type { Eyes, ListenersAnswer, ListenersOrder } from './messages';
import { ReceptionLog } from './reception-log';

/** So many connect at once: as many as an accept queue holds on any machine. */
const AT_ONCE = 50;

let log = new ReceptionLog([]);
const open = new Set<http.IncomingMessage>();

/** A process of listeners, as many as it is told, that note when they hear of what. */
function main(): void {
  process.on('message', (order: ListenersOrder) => void obey(order).then((answer) => process.send?.(answer)));
  process.once('disconnect', () => process.exit(0));
}

async function obey(order: ListenersOrder): Promise<ListenersAnswer> {
  switch (order.order) {
    case 'open':
      log = new ReceptionLog(order.eyes);
      for (let first = 0; first < order.eyes.length; first += AT_ONCE) {
        const some = order.eyes.slice(first, first + AT_ONCE);
        await Promise.all(some.map((eyes, index) => listen(order.url, eyes, first + index)));
      }
      return { answer: 'opened', open: open.size };
    case 'report':
      return { answer: 'report', reception: log.reception(order.happenings, order.visible), open: open.size };
    case 'close':
      for (const response of open) response.destroy();
      open.clear();
      return { answer: 'closed' };
  }
}

async function listen(url: string, { headers }: Eyes, index: number): Promise<void> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(url, { headers: { ...headers }, agent: false }, resolve).once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`a listener was answered ${response.statusCode}`);
  open.add(response);
  let text = '';
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.once('close', () => open.delete(response));
  response.on('data', (chunk: string) => {
    const atMs = sharedNowMs();
    const frames = (text + chunk).split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const data = frame.lastIndexOf('\ndata: ');
      if (data < 0) continue;
      const { id, seq } = JSON.parse(frame.slice(data + 7)) as { id: string; seq: number };
      log.note(index, `${id}:${seq}`, atMs);
    }
  });
}

main();
