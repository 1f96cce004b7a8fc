import type { Door, Severity, Tier } from '../../../domain/intake';
import type { RootCause } from '../../../domain/root-cause';
import type { Cast } from './cast';
import type { Scene } from './scene';

/** What a customer complains about, and how it came in. */
export interface DemoComplaint {
  door: Door;
  severity: Severity;
  account: string;
  tier?: Tier;
  /** In whole US dollars. */
  arrDollars?: number;
  customerSince?: string;
  contact: { name: string; email: string };
  summary: string;
  narrative: string;
  public?: boolean;
  threatensPublic?: boolean;
}

/** What our people find, do and promise about it; a story that ends early needs none of it. */
export interface DemoAnswer {
  findings: string;
  solution: { kind: string; description: string };
  willDo: string;
  promise: string;
  rootCause: RootCause;
  rootCauseNote: string;
}

/** One escalation of the demo: its complaint, and what people do with it. */
export interface Story {
  /** What it shows, in a few words. */
  title: string;
  complaint: DemoComplaint;
  play(scene: Scene, cast: Cast): Promise<void>;
}
