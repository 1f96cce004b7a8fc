import { participantsOf } from '../../../domain/escalation/participants';
import { stageOf } from '../../../domain/escalation/stage';
import type { Commitment, Escalation } from '../../../domain/escalation/state';
import type { Actor } from '../../../domain/people';
import { clockView } from './clock-view';
import type { EscalationView } from './escalation.schema';
import { iso, isoOrNull } from './moments';
import { personRef, personRefOrNull } from './people-refs';
import { stepView } from './step-view';

/** One thing that the caller may do next. */
export interface ActionName {
  name: string;
  kind: 'step' | 'command';
}

/** An escalation as JSON, for the person who asks: only what they may do is among its actions. */
export function escalationView(state: Escalation, now: number, actions: readonly ActionName[]): EscalationView {
  return {
    ...standing(state, now),
    ...facts(state),
    steps: state.steps.map((step) => stepView(state, step)),
    clocks: state.clocks.map((clock) => clockView(state, clock, now)),
    commitments: state.commitments.map((commitment) => commitmentView(state, commitment)),
    approvals: [],
    tasks: [],
    team: [],
    links: [],
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
      override: null,
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
    account: accountView(state),
    door: complaint.door,
    severity: complaint.severity,
    scope: complaint.scope,
    origin: complaint.origin,
    contact: complaint.contact,
    public: complaint.public,
    threatensPublic: complaint.threatensPublic,
    externalRef: complaint.externalRef,
    rootCause: state.rootCause,
    rootCauseNote: state.rootCauseNote,
  };
}

function accountView(state: Escalation): EscalationView['account'] {
  const { id, name, tier, arr, customerSince, csmId } = state.complaint.account;
  return { id, name, tier, arr, customerSince, csm: personRefOrNull(state, csmId), csmId };
}

function commitmentView(state: Escalation, commitment: Commitment): EscalationView['commitments'][number] {
  return {
    id: commitment.id,
    text: commitment.text,
    dueAt: iso(commitment.dueAt),
    responsible: personRef(state, commitment.responsibleId),
    state: commitment.state,
    madeAt: iso(commitment.madeAt),
    keptAt: isoOrNull(commitment.keptAt),
  };
}

function actorView(actor: Actor): EscalationView['raisedBy'] {
  return { id: actor.id, name: actor.name, title: actor.title, roles: [...actor.roles] };
}

function actionHref(id: string, kind: ActionName['kind'], name: string): string {
  return `/v1/escalations/${id}/${kind === 'step' ? 'steps' : 'commands'}/${name}`;
}
