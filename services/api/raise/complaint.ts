import type { AccountFacts, Complaint } from '../../../domain/intake';
import type { RaiseBody } from '../../../domain/intake.schema';

/** Everything that is known of a complaint, from what was sent and what the directory knows of the account. */
export function complaintOf(body: RaiseBody, account: AccountFacts): Complaint {
  const { summary, narrative, severity, door, contact, threatensPublic, threatensLegal } = body;
  const known = contact?.name !== undefined || contact?.email !== undefined;
  return {
    summary,
    narrative,
    severity,
    scope: body.scope ?? null,
    origin: body.origin ?? null,
    door,
    contact: known ? { name: contact.name ?? null, email: contact.email ?? null } : null,
    public: body.public,
    threatensPublic,
    ...(threatensLegal && { threatensLegal }),
    externalRef: body.externalRef ?? null,
    account,
  };
}
