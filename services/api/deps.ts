import type { Client } from '@temporalio/client';
import type { Config } from '../shared/config';
import type { Logger } from '../shared/logger';
import type { Database } from '../shared/store/database';
import type { StreamPatience } from './stream/event-stream';
import type { StreamHub } from './stream/hub';

/** What the API is made of; `main.ts` builds it, tests hand in their own. */
export interface ApiDeps {
  config: Config;
  log: Logger;
  database: Database;
  temporal: Client;
  stream: StreamHub;
  patience: StreamPatience;
  /** Aborted when the process is to end. */
  stopping: AbortSignal;
}
