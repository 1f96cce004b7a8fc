import { participantsOf } from '../../../domain/escalation/participants';
import { stageOf } from '../../../domain/escalation/stage';
import type { Escalation } from '../../../domain/escalation/state';
import type { Actor } from '../../../domain/people';
import { approvalsView, commitmentsView } from './agreements-view';
import { clockView } from './clock-view';
import type { EscalationView } from './escalation.schema';
import { iso, isoOrNull } from './moments';
import { personRef, personRefOrNull } from './people-refs';
import { stepView } from './step-view';
import { teamView } from './team-view';
import { togetherView } from './together-view';
import { overrideView, waitingView } from './waiting-view';

/** One thing that the caller may do next. */
export interface ActionName {
  name: string;
  kind: 'step' | 'command';
}

/** What is known of an escalation beside its own state. */
export interface Beside {
  /** Only what the person who asks may do. */
  actions: readonly ActionName[];
  /** Promises to its customer that were not kept by their date, in all of their escalations. */
  brokenPromises: number;
}

/** An escalation as JSON, for the person who asks. */
export function escalationView(state: Escalation, now: number, { actions, brokenPromises }: Beside): EscalationView {
  return {
    ...standing(state, now),
    ...facts(state),
    account: { ...accountView(state), brokenPromises },
    steps: state.steps.map((step) => stepView(state, step)),
    clocks: state.clocks.map((clock) => clockView(state, clock, now)),
    commitments: commitmentsView(state),
    approvals: approvalsView(state),
    ...teamView(state),
    ...togetherView(state),
    ...waitingView(state, now),
    participants: participantsOf(state).map((id) => personRef(state, id)),
    unheardClocks: [...state.unheard],
    actions: actions.map(({ name, kind }) => ({ name, kind, method: 'POST', href: actionHref(state.id, kind, name) })),
  };
}

/** Where it stands. */
function standing(state: Escalation, now: number) {
  const { priority } = state;
  return {
    id: state.id,
    ref: state.ref,
    status: state.status,
    stage: stageOf(state),
    round: state.round,
    quiet: state.quiet,
    priority: {
      level: priority.level,
      score: priority.score,
      factors: priority.factors.map(({ name, points, because }) => ({ name, points, because })),
      override: overrideView(state),
    },
    owner: personRefOrNull(state, state.ownerId),
    signer: personRefOrNull(state, state.signerId),
    raisedBy: actorView(state.raisedBy),
    raisedAt: iso(state.raisedAt),
    receivedAt: iso(state.receivedAt),
    acknowledgedAt: isoOrNull(state.acknowledgedAt),
    lastContactAt: isoOrNull(state.lastContactAt),
    closedAt: isoOrNull(state.closedAt),
    settledAt: isoOrNull(state.settledAt),
    now: iso(now),
    seq: state.seq,
    outcome: state.outcome,
    policyVersion: state.policy.version,
  };
}

/** What is known of the complaint. */
function facts(state: Escalation) {
  const { complaint } = state;
  return {
    summary: complaint.summary,
    narrative: complaint.narrative,
    door: complaint.door,
    severity: complaint.severity,
    scope: complaint.scope,
    origin: complaint.origin,
    contact: complaint.contact,
    public: complaint.public,
    threatensPublic: complaint.threatensPublic,
    threatensLegal: complaint.threatensLegal ?? false,
    externalRef: complaint.externalRef,
    rootCause: state.rootCause,
    rootCauseNote: state.rootCauseNote,
  };
}

function accountView(state: Escalation) {
  const { id, name, tier, arr, customerSince, csmId } = state.complaint.account;
  return { id, name, tier, arr, customerSince, csm: personRefOrNull(state, csmId), csmId };
}

function actorView(actor: Actor): EscalationView['raisedBy'] {
  return { id: actor.id, name: actor.name, title: actor.title, roles: [...actor.roles] };
}

function actionHref(id: string, kind: ActionName['kind'], name: string): string {
  return `/v1/escalations/${id}/${kind === 'step' ? 'steps' : 'commands'}/${name}`;
}
