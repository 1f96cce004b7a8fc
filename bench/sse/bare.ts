import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BareBatch } from './messages';

/**
 * The least that a broadcaster of server-sent events can be: no journal, no rights, no resumption, no patience. What it
 * takes is the price that any takes.
 */
function main(): void {
  const listeners = new Set<ServerResponse>();
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    res.flushHeaders();
    listeners.add(res);
    res.once('close', () => listeners.delete(res));
  });
  process.on('message', ({ events }: BareBatch) => {
    const text = events.map(({ position, data }) => `event: escalation\nid: ${position}\ndata: ${data}\n\n`).join('');
    const frame = Buffer.from(text);
    for (const listener of listeners) listener.write(frame);
  });
  process.once('disconnect', () => process.exit(0));
  server.listen({ host: '127.0.0.1', port: 0 }, () => process.send?.((server.address() as AddressInfo).port));
}

main();
