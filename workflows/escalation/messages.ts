import {
  CancellationScope,
  condition,
  currentUpdateInfo,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
} from '@temporalio/workflow';
import { COMMANDS, findCommand } from '../../domain/commands/commands';
import { PEER_COMMAND_NAMES } from '../../domain/commands/peers/peer-commands';
import { STEPS } from '../../domain/steps/plan';
import type { Escalation } from '../../domain/escalation/state';
import { STATE_QUERY, TIME_MOVED_UPDATE } from '../names';
import { isStamped, refusalOf, take } from './commanding';
import { listenToDirectory } from './directory-news';
import { EarlySignals } from './early-signals';
import type { CommandOutcome, StampedMessage } from './input';
import { othersAgree } from './others-agree';
import type { EscalationRun } from './run';

/** After a jump in time, what became due is waited for so long at most. */
const SETTLING_MS = 20_000;

/**
 * Registers every step and command as update and signal of the same name, and the query of the state. A step that this
 * escalation's plan does not hold is among them: whoever tries it learns why not.
 */
export function listen(run: EscalationRun): void {
  const planned = run.state.plan.map(({ name }) => name);
  const names = new Set([...planned, ...Object.keys(STEPS), ...Object.keys(COMMANDS)]);
  const early = new EarlySignals((name, payload) => run.signals.take(name, payload));
  early.takeAsTheyCame();
  for (const name of names) {
    listenTo(run, name);
    early.takeNamed(name);
    setHandler(defineSignal<[unknown]>(name), (payload) => run.signals.take(name, payload));
  }
  for (const name of PEER_COMMAND_NAMES) listenTo(run, name);
  early.takeRest();
  setHandler(defineUpdate<CommandOutcome, [unknown]>(TIME_MOVED_UPDATE), (message) =>
    CancellationScope.nonCancellable(() => timeMoved(run, message)),
  );
  listenToDirectory(run);
  setHandler(defineQuery<Escalation>(STATE_QUERY), () => run.state);
}

function listenTo(run: EscalationRun, name: string): void {
  setHandler(
    defineUpdate<CommandOutcome, [StampedMessage]>(name),
    (message: StampedMessage) => answer(run, name, message),
    { validator: (message: StampedMessage) => validate(run, name, message) },
  );
}

/**
 * Refuses before anything is written. A retry of what was done in an earlier run is let through to its answer, and what
 * comes before the run has caught up with the journal is decided by the handler alone.
 */
function validate(run: EscalationRun, name: string, message: StampedMessage): void {
  if (!run.isCaughtUp || keptOutcome(run)) return;
  const refusal = refusalOf(run, name, message);
  if (refusal) throw refusal;
}

/**
 * Decides again, since the validator is not replayed, and takes it. Nothing is awaited between; where another escalation
 * has its say in it, the answer waits for that.
 */
async function answer(run: EscalationRun, name: string, message: StampedMessage): Promise<CommandOutcome> {
  if (!run.isCaughtUp) await condition(() => run.isCaughtUp);
  const kept = keptOutcome(run);
  if (kept) return kept;
  const seqBefore = run.state.seq;
  const refusal = take(run, name, message);
  if (refusal) throw refusal;
  if (findCommand(name)?.asksOthers) await othersAgree(run, seqBefore);
  const outcome = run.outcome();
  const updateId = currentUpdateInfo()?.id;
  if (updateId) run.outcomes.keep(updateId, outcome);
  return outcome;
}

function keptOutcome(run: EscalationRun): CommandOutcome | undefined {
  const updateId = currentUpdateInfo()?.id;
  return updateId ? run.outcomes.find(updateId) : undefined;
}

/** Demo only: once everything that the jump made due has happened, puts the jump itself on record. */
async function timeMoved(run: EscalationRun, message: unknown): Promise<CommandOutcome> {
  await condition(() => run.isQuiet(), SETTLING_MS);
  const byId = isStamped(message) ? message.by.id : null;
  run.note((draft) => draft.emit('time.moved', { byId, toAt: draft.now }));
  return run.outcome();
}
