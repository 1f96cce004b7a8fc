import type { MailPort, MemoryPort, StepWork, StepWorkDone } from '../ports';

/** What the steps' activities need from outside. */
export interface StepPorts {
  mail: MailPort;
  memory: Pick<MemoryPort, 'accountHistory'>;
  /** The address under which people reach Upstairs. */
  publicUrl: string;
}

/** What a step does to the world once its completion was accepted; at least once, so all it does is idempotent. */
export type StepActivity<Body> = (work: StepWork<Body>) => Promise<StepWorkDone>;
