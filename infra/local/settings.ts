import path from 'node:path';
import type { Config } from '../../services/shared/config';
import { InvalidConfig, loadConfig } from '../../services/shared/config';
import { SetupFailure } from '../processes/failure';
import { freePort } from '../processes/ports';
import { dataFolder } from './folders';

/** What a local system is to be, as the environment says it. */
export interface Settings {
  config: Config;
  port: number;
  /** Holds the embedded databases, caches, logs and demo keys. */
  data: string;
  logs: string;
  keysFile: string;
  demo: boolean;
}

/** Reads the settings; what does not fit is told in a sentence. */
export async function readSettings(): Promise<Settings> {
  const config = readConfig();
  if (config.production && config.smtpUrl === null) {
    throw new SetupFailure(
      'With NODE_ENV=production there is no embedded mail server: name one in SMTP_URL (smtp://user:password@host:port).',
    );
  }
  const data = dataFolder();
  return {
    config,
    port: config.port === 0 ? await freePort() : config.port,
    data,
    logs: path.join(data, 'logs'),
    keysFile: path.join(data, 'demo-keys.json'),
    demo: !config.production && process.env.UPSTAIRS_DEMO !== '0' && process.env.UPSTAIRS_DEMO !== 'false',
  };
}

function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (error instanceof InvalidConfig) throw new SetupFailure(error.message, { cause: error });
    throw error;
  }
}
