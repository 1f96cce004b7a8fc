import type { Escalation } from '../../../domain/escalation/state';
import { isDone } from '../../../domain/escalation/stage';
import type { Person } from '../../../domain/people';
import { intakeSchema } from '../../../domain/steps/intake/intake.schema';
import { findEscalation, idsUnder, visibleAmong, type StoredEscalation } from '../../shared/store/escalations';
import { findPerson } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import type { Caller, RetryScope } from '../http/endpoint';
import { preview } from '../preview/preview';
import { parseBody } from '../problems/validate';
import type { AcknowledgeBody, AcknowledgedChildView, AcknowledgmentPreview } from '../views/children.schema';
import { actOn } from '../workflow/act-on';
import { updateIdOf } from '../workflow/update-id';
import { refused } from './refused';
import { someAtATime } from './some-at-a-time';
import { checkTemplate, rendered } from './template';

interface From {
  caller: Caller;
  retry: RetryScope | null;
}

/**
 * Acknowledges each escalation under an umbrella by one template that names its customer. Each gets its own intake, with
 * its own rules and record; what is acknowledged already is left alone.
 * @throws Problem template-wrong
 */
export async function acknowledgeChildren(
  deps: ApiDeps,
  umbrella: Escalation,
  body: AcknowledgeBody,
  { caller, retry }: From,
): Promise<AcknowledgedChildView[]> {
  checkTemplate(body);
  const owner = await findPerson(deps.database, body.ownerId);
  const children = await childrenOf(deps, umbrella, caller.person);
  return someAtATime(children, async (stored) => {
    const { state: child } = stored;
    const named = { id: child.id, ref: child.ref, account: child.complaint.account.name };
    const skipped = reasonToSkip(child);
    if (skipped) return { escalation: named, outcome: 'skipped', detail: skipped };
    const scope = retry && { ...retry, key: `${retry.key}/${child.id}` };
    try {
      const intake = intakeOf(body, child, { signer: caller.person, owner });
      const deed = { name: 'intake', body: intake, updateId: updateIdOf(caller, scope) };
      await actOn(deps, stored, caller.person, deed);
      return { escalation: named, outcome: 'acknowledged' };
    } catch (error) {
      return { escalation: named, ...refused(error) };
    }
  });
}

/**
 * What the first of them would get, to the letter, and how many would get the like; nothing is sent.
 * @throws Problem template-wrong
 */
export async function previewAcknowledgment(
  deps: ApiDeps,
  umbrella: Escalation,
  body: AcknowledgeBody,
  { person }: Caller,
): Promise<AcknowledgmentPreview> {
  checkTemplate(body);
  const owner = await findPerson(deps.database, body.ownerId);
  const children = await childrenOf(deps, umbrella, person);
  const waiting = children.filter(({ state }) => !reasonToSkip(state));
  const counts = { waiting: waiting.length, skipped: children.length - waiting.length };
  const [stored] = waiting;
  if (!stored) return { ...counts, first: null };
  const intake = intakeOf(body, stored.state, { signer: person, owner });
  const { refusal } = await preview(deps, stored, person, { kind: 'step', name: 'intake', body: intake });
  const { id, ref, complaint } = stored.state;
  const { subject = '', body: text } = intake.acknowledgment;
  const escalation = { id, ref, account: complaint.account.name };
  return { ...counts, first: { escalation, to: complaint.contact?.email ?? null, subject, text, refusal } };
}

function reasonToSkip(child: Escalation): string | null {
  if (isDone(child, 'intake')) return 'It is acknowledged already.';
  return child.status === 'open' ? null : `It is ${child.status}.`;
}

function intakeOf(
  { ownerId, sendAllTheSame, ...template }: AcknowledgeBody,
  child: Escalation,
  people: { signer: Person; owner: Person | null },
) {
  const message = rendered(template, child, people);
  return parseBody(intakeSchema, { ownerId, acknowledgment: message, ...(sendAllTheSame && { sendAllTheSame }) });
}

/** Those that this person may see, in the order in which they were raised. */
async function childrenOf({ database }: ApiDeps, { id }: Escalation, person: Person): Promise<StoredEscalation[]> {
  const ids = await idsUnder(database, id);
  const visible = await visibleAmong(database, person, ids);
  const found = await someAtATime(
    ids.filter((id) => visible.has(id)),
    (id) => findEscalation(database, id),
  );
  return found.filter((stored) => stored !== null);
}
