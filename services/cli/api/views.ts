/** What the CLI reads of the API's answers; the OpenAPI document has them whole. Moments are ISO 8601 UTC, durations ISO 8601. */

/** Somebody as they are shown beside what they did. */
export interface PersonView {
  id: string;
  name: string;
  title?: string;
}

/** A step with its progress. */
export interface StepView {
  name: string;
  state: string;
  completedAt: string | null;
  completedBy: PersonView | null;
}

/** A clock as it stands at the escalation's own now. */
export interface ClockView {
  id: string;
  state: string;
  startedAt: string;
  dueAt: string;
  remaining: string | null;
  overdue: string | null;
  heldUntil: string | null;
  metAt: string | null;
  breachedAt: string | null;
  next: { rung: string; at: string } | null;
}

/** A dated promise to the customer. */
export interface CommitmentView {
  id: string;
  text: string;
  dueAt: string;
  responsible: PersonView | null;
  state: string;
}

/** Something that somebody inside has to do by a date. */
export interface TaskView {
  id: string;
  text: string;
  person: PersonView;
  dueAt: string;
  blockedBy: string[];
  state: string;
}

/** Something that the caller may do next. */
export interface ActionView {
  name: string;
  kind: string;
  method: string;
  href: string;
}

/** Another escalation, as one speaks of it. */
interface OtherView {
  id: string;
  ref: string;
}

/** An escalation as the API shows it. */
export interface EscalationView {
  id: string;
  ref: string;
  status: string;
  stage: string | null;
  summary: string;
  account: { id: string; name: string; tier: string | null; csmId: string | null };
  door: string;
  priority: { level: string; score: number; factors: { name: string; points: number; because: string }[] };
  owner: PersonView | null;
  raisedAt: string;
  receivedAt: string;
  now: string;
  seq: number;
  quiet: boolean;
  round: number;
  rootCause: string | null;
  steps: StepView[];
  clocks: ClockView[];
  commitments: CommitmentView[];
  links: { kind: string; other: OtherView }[];
  umbrella: OtherView | null;
  children: { count: number };
  mergedInto: OtherView | null;
  absorbed: OtherView[];
  tasks: TaskView[];
  team: { person: PersonView; role: string }[];
  escalationManager: PersonView | null;
  sponsor: { person: PersonView; facing: string } | null;
  counterpart: { name: string } | null;
  approvals: { id: string; state: string }[];
  actions?: ActionView[];
}

/** An escalation as lists show it. */
export interface EscalationItem {
  id: string;
  ref: string;
  status: string;
  stage: string | null;
  summary: string;
  account: { id: string; name: string };
  priority: { level: string };
  owner: PersonView | null;
  quiet: boolean;
  breached: boolean;
  unheard: boolean;
  dueAt: string | null;
  now: string;
}

/** A line of the timeline. */
export interface TimelineItem {
  seq: number;
  type: string;
  at: string;
  recordedAt: string;
  actor: PersonView | null;
  summary: string;
  data: unknown;
}

/** A page of a list; null once there is no next one. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total?: number;
}
