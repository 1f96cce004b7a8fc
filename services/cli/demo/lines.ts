import { DAY_MS } from '../../../domain/duration';
import type { DemoPerson } from '../api/demo-people';
import type { Cast } from './cast';
import type { Scene } from './scene';
import type { DemoAnswer, DemoComplaint } from './story';

/** Raises the complaint of a story. */
export function raise(scene: Scene, cast: Cast, complaint: DemoComplaint, by: DemoPerson = cast.agent): Promise<void> {
  const { account, tier, arrDollars, customerSince, ...rest } = complaint;
  const arr = arrDollars === undefined ? {} : { arr: { amount: arrDollars * 100, currency: 'USD' } };
  const known = { ...(tier ? { tier } : {}), ...arr, ...(customerSince ? { customerSince } : {}) };
  const body = { ...rest, account: { name: account, csmId: cast.csm.id, ...known } };
  return scene.raise(by, body, `raises "${complaint.summary}" from ${account}, which came by ${complaint.door}`);
}

/** A manager's personal acknowledgment by mail, naming the owner. */
export function acknowledge(scene: Scene, by: DemoPerson, owner: DemoPerson, complaint: DemoComplaint): Promise<void> {
  const first = complaint.contact.name.split(' ')[0] ?? complaint.contact.name;
  const whose = owner.id === by.id ? 'I own this myself' : `${owner.name} owns it from here, and I stay answerable`;
  const body = {
    ownerId: owner.id,
    acknowledgment: {
      channel: 'mail',
      subject: `Your message to us: ${complaint.summary}`,
      body:
        `Dear ${first},\n\nI have read what you wrote, and I take personal responsibility that it is put right. ${whose}. ` +
        `You will hear the whole story today.\n\n${by.name}\n${by.title}`,
    },
  };
  return scene.complete(by, 'intake', body, `acknowledges in person and makes ${owner.name} the owner`);
}

/** The owner understands what happened, with the CSM and Engineering. */
export function investigate(scene: Scene, cast: Cast, owner: DemoPerson, answer: DemoAnswer): Promise<void> {
  const body = {
    findings: answer.findings,
    ticketHistoryRead: true,
    csmConsulted: { personId: cast.csm.id, note: 'Knows the account well and was told before the customer.' },
    technicalConsulted: { personId: cast.engineer.id, note: 'Confirmed how it happened.' },
    scope: 'one-customer',
    origin: 'internal',
  };
  return scene.complete(owner, 'investigation', body, `has understood it: ${answer.findings}`);
}

/** The owner decides what is done. */
export function solve(scene: Scene, owner: DemoPerson, answer: DemoAnswer): Promise<void> {
  return scene.complete(owner, 'solution', answer.solution, `decides: ${answer.solution.description}`);
}

/** The owner tells the customer everything, with one dated promise. */
export function update(
  scene: Scene,
  owner: DemoPerson,
  complaint: DemoComplaint,
  answer: DemoAnswer,
  dueInMs: number = DAY_MS,
): Promise<void> {
  const dueAt = scene.moment(dueInMs);
  const body = {
    understood: answer.findings,
    willDo: answer.willDo,
    commitments: [{ text: answer.promise, dueAt, responsibleId: owner.id }],
    message: {
      subject: `What happened, and what we do about it: ${complaint.summary}`,
      body: `${answer.findings}\n\n${answer.willDo}\n\nYou have my word: ${answer.promise}, by ${dueAt.slice(0, 10)}.\n\n${owner.name}`,
    },
  };
  return scene.complete(
    owner,
    'customer-update',
    body,
    `tells the customer everything and promises: ${answer.promise}`,
  );
}

/** The owner says that the first promise is kept. */
export function keepPromise(scene: Scene, owner: DemoPerson): Promise<void> {
  const owed = scene.escalation.commitments.find(({ state }) => state === 'open' || state === 'broken');
  scene.expect(owed !== undefined, 'a commitment should be open');
  return scene.command(owner, 'keep-commitment', { commitmentId: owed?.id }, `keeps it: ${owed?.text ?? ''}`);
}

/** The owner closes in person, with the cause. */
export function close(scene: Scene, owner: DemoPerson, complaint: DemoComplaint, answer: DemoAnswer): Promise<void> {
  const body = closureBody(owner, complaint, answer);
  return scene.complete(owner, 'closure', body, `closes in person; the cause was ${answer.rootCause}`);
}

/** What a closure says. */
export function closureBody(owner: DemoPerson, complaint: DemoComplaint, answer: DemoAnswer): unknown {
  const { rootCause, rootCauseNote } = answer;
  const body = `What we promised is done. Thank you for telling us; it made us better.\n\n${owner.name}`;
  return { message: { subject: `Done: ${complaint.summary}`, body }, rootCause, rootCauseNote };
}

/** The CSM asks whether the customer is better off. */
export async function checkIn(scene: Scene, cast: Cast, improved: boolean, quote: string): Promise<void> {
  const body = { reached: true, improved, rating: improved ? 5 : 2, note: 'Talked on the phone.', quote };
  await scene.complete(cast.csm, 'check-in', body, `checks in: "${quote}"`);
}

/** From the owner's investigation to the closure, every step in its time. */
export async function workThrough(
  scene: Scene,
  cast: Cast,
  owner: DemoPerson,
  complaint: DemoComplaint,
  answer: DemoAnswer,
): Promise<void> {
  await scene.pass('PT2H');
  await investigate(scene, cast, owner, answer);
  await solve(scene, owner, answer);
  await update(scene, owner, complaint, answer);
  await scene.pass('PT16H');
  await keepPromise(scene, owner);
  await close(scene, owner, complaint, answer);
}
