import type { ConnectionOptions } from '../api/connection';
import type { Encoding } from './encoding';

/** The options of an import as commander gives them. */
export interface ImportOptions extends ConnectionOptions {
  map: string[];
  set: string[];
  source?: string;
  encoding: Encoding;
  delimiter?: string;
  dateFormat?: string;
  zone: string;
  empty: string[];
  concurrency: string;
  digest: boolean;
  dryRun?: boolean;
  json?: boolean;
}
