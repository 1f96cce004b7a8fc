import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { ClientConnectConfig } from '@temporalio/envconfig';
import type { Config } from './config';
import { workflowPlugins } from './telemetry';

/** Which Temporal a process talks to. */
export type TemporalTarget = Pick<Config, 'temporalAddress' | 'temporalNamespace'>;

/** A client and what ends it. */
export interface TemporalClient {
  client: Client;
  close(): Promise<void>;
}

/**
 * The address, TLS, keys and namespace of Temporal. An explicit address is taken with what the TEMPORAL_* variables say
 * of TLS and keys; without one, Temporal's own configuration profile counts (file and variables), so that a cluster or
 * Temporal Cloud is configured as its documentation says.
 */
export function temporalConnection({ temporalAddress, temporalNamespace }: TemporalTarget): {
  connectionOptions: ClientConnectConfig['connectionOptions'];
  namespace: string;
} {
  // A profile of another day (Cloud, with TLS) must not reach the local server that an address names.
  const profile = loadClientConnectConfig({ disableFile: temporalAddress !== null });
  const namespace = temporalNamespace === 'default' ? (profile.namespace ?? 'default') : temporalNamespace;
  const address = temporalAddress ?? profile.connectionOptions.address ?? '127.0.0.1:7233';
  return { connectionOptions: { ...profile.connectionOptions, address }, namespace };
}

/**
 * A client for Temporal that connects at its first call, so that a process starts, and serves what it can, while
 * Temporal is down.
 */
export function connectTemporal(target: TemporalTarget): Promise<TemporalClient> {
  const { connectionOptions, namespace } = temporalConnection(target);
  const connection = Connection.lazy({ ...connectionOptions, connectTimeout: '5 seconds' });
  const client = new Client({ connection, namespace, plugins: workflowPlugins() });
  return Promise.resolve({ client, close: () => connection.close() });
}
