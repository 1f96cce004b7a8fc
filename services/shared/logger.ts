import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Config } from './config';

export type { Logger } from 'pino';

/** What may stand in a log entry but never in a log: secrets, and the words and addresses of people. */
const SECRET_FIELDS = ['authorization', 'cookie', 'key', 'apiKey', 'password', 'token', 'databaseUrl', 'smtpUrl'];
const PERSONAL_FIELDS = ['email', 'body', 'narrative', 'acknowledgment', 'message.body', 'contact', 'text', 'quote'];

/** The log of one process: JSON lines on stdout, each with the service's name. */
export function createLogger({ logLevel }: Pick<Config, 'logLevel'>, service: string): Logger {
  const fields = [...SECRET_FIELDS, ...PERSONAL_FIELDS];
  return pino({
    level: logLevel,
    base: { service, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [...fields, ...fields.map((field) => `*.${field}`), 'req.headers.authorization', 'req.headers.cookie'],
      censor: '[redacted]',
    },
  });
}
