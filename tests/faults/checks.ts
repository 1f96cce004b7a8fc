import { setTimeout as pause } from 'node:timers/promises';
import type { Cast } from './cast';
import type { Witness } from './life';
import type { RunningSystem } from './running-system';

const CALM_WITHIN_MS = 120_000;
const LATE_AFTER_MS = 30_000;

/** What was found wrong, by kind; all empty is the promise kept. */
export interface Findings {
  lost: string[];
  stuck: string[];
  notifiedTwice: string[];
  neverNotified: string[];
  readModel: string[];
}

interface TimelineItem {
  type: string;
  data: Record<string, unknown>;
}

/** Holds the system against what it acknowledged, once it has come to rest. */
export async function check(system: RunningSystem, cast: Cast, witnesses: readonly Witness[]): Promise<Findings> {
  const findings: Findings = { lost: [], stuck: [], notifiedTwice: [], neverNotified: [], readModel: [] };
  const expectedMail = new Set<string>();
  for (const witness of witnesses) {
    const timeline = await calmTimeline(cast, witness, findings);
    lostOf(witness, timeline, findings);
    for (const key of mailOf(timeline)) expectedMail.add(key);
  }
  await checkMail(cast, expectedMail, findings);
  await checkReadModel(system, findings);
  return findings;
}

/** Waits until one escalation has nothing pending, and reads what happened to it. */
async function calmTimeline(cast: Cast, witness: Witness, findings: Findings): Promise<TimelineItem[]> {
  const deadline = Date.now() + CALM_WITHIN_MS;
  for (;;) {
    const { body } = await cast.manager.api.get(`/v1/escalations/${witness.id}`);
    const timeline = await timelineOf(cast, witness.id);
    const why = unrest(witness, body, timeline);
    if (!why) return timeline;
    if (Date.now() > deadline) {
      findings.stuck.push(`${witness.number}: ${why}`);
      return timeline;
    }
    await pause(250);
  }
}

function unrest(witness: Witness, body: Record<string, unknown>, timeline: readonly TimelineItem[]): string | null {
  const wanted = witness.settles ? 'settled' : 'open';
  if (body['status'] !== wanted) return `is ${String(body['status'])}, not ${wanted}`;
  const clocks = body['clocks'] as { id: string; next: { rung: string; at: string } | null }[];
  const late = clocks.find(({ next }) => next && Date.parse(next.at) < Date.now() - LATE_AFTER_MS);
  if (late) return `${late.id} waits for ${String(late.next?.rung)} since ${String(late.next?.at)}`;
  const sent = sentIds(timeline);
  const unsent = noticeIds(timeline).find((id) => !sent.includes(id));
  if (unsent) return `notice ${unsent} was not sent`;
  const carriedOut = timeline.filter(({ type }) => type === 'step.carried-out').length;
  return carriedOut === witness.steps.length ? null : `${carriedOut} of ${witness.steps.length} steps carried out`;
}

function lostOf(witness: Witness, timeline: readonly TimelineItem[], findings: Findings): void {
  const count = (type: string, field: string, value: string) =>
    timeline.filter((item) => item.type === type && item.data[field] === value).length;
  const acknowledged = [
    ...witness.notes.map((note) => ({ what: note, times: count('note.added', 'note', note) })),
    ...witness.steps.map((step) => ({ what: step, times: count('step.completed', 'step', step) })),
  ];
  for (const { what, times } of acknowledged) {
    if (times !== 1) findings.lost.push(`${witness.number}: "${what}" stands ${times} times on the timeline`);
  }
}

/** Every mail that the timeline says was sent, by its Message-ID. */
function mailOf(timeline: readonly TimelineItem[]): string[] {
  return timeline
    .filter(({ type }) => type === 'notification.sent' || type === 'message.sent')
    .map(({ data }) => String(data['messageId']));
}

async function checkMail(cast: Cast, expected: ReadonlySet<string>, findings: Findings): Promise<void> {
  const { body } = await cast.manager.api.get('/v1/demo/mailbox?limit=1000');
  const mails = body['items'] as { messageId: string; to: string; subject: string; text: string }[];
  const ids = mails.map(({ messageId }) => messageId);
  for (const id of expected) if (!ids.includes(id)) findings.neverNotified.push(id);
  const seen = new Set<string>();
  for (const mail of mails) {
    const sameWords = JSON.stringify([mail.to, mail.subject, mail.text]);
    if (seen.has(mail.messageId) || seen.has(sameWords)) findings.notifiedTwice.push(`${mail.subject} to ${mail.to}`);
    seen.add(mail.messageId).add(sameWords);
  }
}

async function checkReadModel(system: RunningSystem, findings: Findings): Promise<void> {
  for (const command of ['verify-read-model', 'rebuild', 'verify-read-model']) {
    const { code, output } = await system.cli(command);
    if (code !== 0) findings.readModel.push(`${command}: ${output.trim()}`);
  }
}

function noticeIds(timeline: readonly TimelineItem[]): string[] {
  return timeline
    .flatMap(({ data }) => (data['notices'] as { id: string; via: string }[] | undefined) ?? [])
    .filter(({ via }) => via === 'mail')
    .map(({ id }) => id);
}

function sentIds(timeline: readonly TimelineItem[]): string[] {
  return timeline.filter(({ type }) => type === 'notification.sent').map(({ data }) => String(data['noticeId']));
}

async function timelineOf(cast: Cast, id: string): Promise<TimelineItem[]> {
  const { body } = await cast.manager.api.get(`/v1/escalations/${id}/timeline?limit=1000`);
  return body['items'] as TimelineItem[];
}
