import { createHash, randomUUID } from 'node:crypto';
import type { Caller, RetryScope } from '../http/endpoint';

/** The id of a Temporal update: the same for every retry of a request, so that it is done once. */
export function updateIdOf(caller: Caller, retry: RetryScope | null): string {
  return retry ? digest(caller, retry).toString('hex') : randomUUID();
}

/**
 * The id of a raised escalation: the same for every retry of a request (a UUIDv8 of its hash), else a new UUIDv7.
 * @param now epoch milliseconds
 */
export function escalationIdOf(caller: Caller, retry: RetryScope | null, now: number): string {
  if (retry) return uuid(digest(caller, retry), 0x80);
  const bytes = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
  bytes.writeUIntBE(now, 0, 6);
  return uuid(bytes, 0x70);
}

/** With the body: a key that is used again after its day, for something else, is another request. */
function digest({ person }: Caller, { key, route, bodyHash }: RetryScope): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([person.id, route, key, bodyHash]))
    .digest();
}

function uuid(bytes: Buffer, version: number): string {
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | version;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
