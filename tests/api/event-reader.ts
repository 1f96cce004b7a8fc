import http from 'node:http';
import type { LiveEventView } from '../../services/api/views/live-event.schema';
import type { World } from '../support/world';
import { keyOf } from './validated-request';

/** An event of the stream. */
export interface StreamedEvent {
  event: string;
  id: number;
  data: LiveEventView;
}

/** A client of `GET /v1/stream` as a browser's EventSource is one, with a key. */
export interface EventReader {
  status: number;
  events: StreamedEvent[];
  /** As EventSource keeps it: the id to resume after. */
  lastId: number | null;
  heartbeats: number;
  /** Resolves once the server, or `close`, has ended it. */
  ended: Promise<void>;
  /** Resolves once `enough` holds. */
  until(enough: (reader: EventReader) => boolean): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 15_000;

/** Connects as a person and reads. */
export async function readEvents(world: World, personId: string, lastEventId?: number): Promise<EventReader> {
  const headers: Record<string, string> = { authorization: `Bearer ${keyOf(world, personId)}` };
  if (lastEventId !== undefined) headers['last-event-id'] = String(lastEventId);
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(`${world.apiUrl}/v1/stream`, { headers, agent: false }, resolve).once('error', reject);
  });
  const reader: EventReader = {
    ...{ status: response.statusCode ?? 0, events: [], lastId: null, heartbeats: 0 },
    ended: new Promise((resolve) => {
      response.once('close', resolve);
    }),
    close: () => response.destroy(),
    async until(enough) {
      const deadline = Date.now() + PATIENCE_MS;
      while (!enough(reader)) {
        if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS} ms: ${JSON.stringify(reader.events)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  follow(response, reader);
  return reader;
}

function follow(response: http.IncomingMessage, reader: EventReader): void {
  let text = '';
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    text += chunk;
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) take(frame, reader);
  });
}

function take(frame: string, reader: EventReader): void {
  const lines = frame.split('\n');
  const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  if (lines.includes(': heartbeat')) reader.heartbeats += 1;
  const id = field('id');
  if (id !== undefined) reader.lastId = Number(id);
  const data = field('data');
  if (data === undefined) return;
  reader.events.push({ event: field('event') ?? '', id: Number(id), data: JSON.parse(data) as StreamedEvent['data'] });
}
