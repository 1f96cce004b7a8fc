import type { ConnectionOptions } from '../api/connection';

/** The options of every command about policies. */
export interface PolicyOptions extends ConnectionOptions {
  json?: boolean;
}
