import type { Client } from '@temporalio/client';
import type { Config } from '../shared/config';
import type { Logger } from '../shared/logger';
import type { Database } from '../shared/store/database';
import type { Definition } from './definition';
import type { StreamHub } from './stream/hub';

/** What the API is made of; `main.ts` builds it, tests hand in their own. */
export interface ApiDeps {
  config: Config;
  definition: Definition;
  log: Logger;
  database: Database;
  temporal: Client;
  stream: StreamHub;
}
