import type { RejectionType } from '../../../domain/rejection';

/** One kind of problem as programs and people meet it: `type` is `/problems/<slug>`. */
export interface ProblemKind {
  status: number;
  title: string;
  /** What to do about it, for the docs. */
  advice: string;
}

/** Refusals of the domain: their status is the usual one, the refusal itself says which. */
const refusals: Record<RejectionType, ProblemKind> = {
  malformed: kind(422, 'The content does not have the right shape', 'Correct every field listed in `errors`.'),
  'too-early': kind(409, 'It is too early for this', 'Complete what comes before it first.'),
  'already-done': kind(409, 'It was done already', 'Read the escalation: somebody was faster.'),
  'not-open': kind(409, 'The escalation is not open for this', 'Reopen it, or leave it as it is.'),
  'not-now': kind(409, 'The state does not allow it now', 'The detail says what would allow it.'),
  'not-allowed': kind(403, 'This person may not do this', '`actions` of the escalation lists what you may do.'),
  'unknown-person': kind(422, 'A person is not in the directory', 'Use the id of somebody in `GET /v1/people`.'),
  'not-eligible': kind(422, 'A person cannot take this place', 'Name somebody whose roles allow it.'),
  'unavailable-person': kind(422, 'A person is away', 'Name somebody who is available.'),
  'acknowledgment-incomplete': kind(
    422,
    'The acknowledgment is not complete',
    "It carries the signer's name and title, and names the owner where that is another person.",
  ),
  'acknowledgment-impersonal': kind(
    422,
    'The acknowledgment sounds impersonal',
    'Write as a person who takes responsibility, or send it all the same with `"sendAllTheSame": true`.',
  ),
  'invalid-content': kind(422, 'The content is wrong', 'Correct every field listed in `errors`.'),
  'contact-missing': kind(422, "The customer's mail address is not known", 'Add `contact.email` by `amend`.'),
  'commitments-open': kind(409, 'Commitments to the customer are still open', 'Keep or replace them first.'),
  'unknown-commitment': kind(422, 'There is no such commitment', 'Use an id from `commitments`.'),
  'unknown-clock': kind(422, 'There is no such clock', 'Use an id from `clocks`.'),
  'no-csm': kind(409, 'The account has no CSM', "The owner's manager names one by `amend` with `csmId`."),
  'calendar-never-open': kind(422, 'A calendar is never open', 'Give it at least one open hour in the next year.'),
  merging: kind(409, 'It is being merged', 'Wait a moment, and go on in the escalation that survives.'),
  'merged-already': kind(409, 'It was merged already', 'Go on in the escalation that it was merged into.'),
  'merges-cross': kind(409, 'The two are being merged into each other', 'Look at both, and merge one of them again.'),
  'not-mergeable': kind(409, 'These two cannot be merged', 'The detail says what stands in the way.'),
  'unknown-escalation': kind(422, 'There is no such escalation', 'Use the id or the ref of one that you may see.'),
  'not-joinable': kind(409, 'It cannot come under this umbrella', 'The detail says which one it could join.'),
  'shared-step': kind(
    409,
    'Its umbrella does this step',
    'Do it in the umbrella, or leave the umbrella by `leave-umbrella` to do it here.',
  ),
  'promise-before-tasks': kind(
    422,
    'The promise is dated before the tasks that it depends on',
    'Choose a later date, or promise it all the same with `"sendAllTheSame": true`.',
  ),
  'remedy-undecided': kind(
    409,
    'The remedy is not approved yet',
    'Promise and do it once it is approved. An update that does not promise it may go out now.',
  ),
  'needs-approval': kind(409, 'Somebody has to allow this first', 'Ask for it by `request-approval`.'),
  'unknown-approval': kind(422, 'There is no such approval', 'Use an id from `approvals`.'),
  'own-approval': kind(
    403,
    'Nobody decides what they asked for themselves',
    'Somebody else with the authority decides.',
  ),
  'beyond-authority': kind(403, 'It is beyond the authority of this person', 'Somebody with more authority decides.'),
  'unknown-task': kind(422, 'There is no such task', 'Use an id from `tasks`.'),
  'task-cycle': kind(422, 'The tasks would wait for each other', 'Take one of them out of what it comes after.'),
  'not-asked': kind(
    409,
    'The customer was not asked anything',
    'Give the question with the pause, or record it first: only a question that was put to them is waited for.',
  ),
  'paused-already': kind(409, 'It is paused already', 'Resume it first, or let the pause end.'),
  'would-breach': kind(
    409,
    'Clocks would run out at once',
    '`errors` lists them. Say `"breachAllTheSame": true` where it is meant so.',
  ),
  'field-missing': kind(422, 'A field that the policy asks for is missing', 'Fill it in by `amend`, in `custom`.'),
  'unknown-field': kind(422, 'The policy knows no such field', 'Use the fields that the policy names.'),
  'unknown-policy': kind(422, 'There is no such policy', 'Use a version from `GET /v1/policies`.'),
  'unknown-command': kind(404, 'There is no such step or command', 'See the list in the API reference.'),
  'not-in-plan': kind(409, 'The plan does not hold this step', '`steps` of the escalation lists those that it has.'),
};

/** Problems of the surface itself. */
const surface = {
  'invalid-json': kind(400, 'The body is not valid JSON', 'Send one JSON value in UTF-8.'),
  'invalid-request': kind(400, 'The request cannot be understood', 'See the detail.'),
  'invalid-query': kind(400, 'A query parameter is wrong', 'Correct every parameter listed in `errors`.'),
  'unknown-value': kind(422, 'A field holds a value that is not known', 'Use one of the values that `errors` lists.'),
  'receipt-in-future': kind(
    422,
    'It cannot have been received in the future',
    'Correct `receivedAt`, or leave it out.',
  ),
  unauthenticated: kind(401, 'Who are you?', 'Send `Authorization: Bearer KEY` with a valid key.'),
  'cross-origin': kind(
    403,
    'This came from a page that is not ours',
    'Ask for it on a page of Upstairs itself; programs send a key instead of a cookie.',
  ),
  'not-found': kind(404, 'There is nothing here', 'It does not exist, or you may not see it.'),
  'method-not-allowed': kind(405, 'This method is not possible here', 'The `Allow` header lists those that are.'),
  'template-wrong': kind(
    422,
    'The template does not name each customer',
    'It holds `{{contact}}` or `{{account}}`, and no placeholder that is not known: `errors` lists what is wrong.',
  ),
  'raised-already': kind(409, 'It was raised already by somebody else', 'Ask your manager about the reference.'),
  'nothing-runs': kind(409, 'No time runs for this escalation', 'It is settled or withdrawn: nothing is due any more.'),
  'no-time-machine': kind(501, 'The time machine does not work here', 'It needs the embedded Temporal server.'),
  'invalid-cursor': kind(400, 'The cursor does not belong to this list', 'Start again without it.'),
  'too-many-rows': kind(422, 'Too many match for one export', 'Narrow the filters, and export in parts.'),
  'too-many-views': kind(409, 'You have as many saved views as one person may', 'Delete one that you no longer use.'),
  'workers-behind': kind(
    409,
    'Workers of an earlier release do not know a step of this plan',
    'Roll the release out everywhere, wait a minute, and approve again.',
  ),
  'own-draft': kind(
    403,
    'Nobody approves what they have written themselves',
    'Somebody else looks at it and approves.',
  ),
  'draft-changed': kind(
    409,
    'The draft has changed since you read it',
    'Read it again; the detail says who changed it.',
  ),
  'draft-not-open': kind(409, 'The draft does not stand where this is possible', 'The detail says where it stands.'),
  'draft-outdated': kind(
    409,
    'Another version was published since',
    'Compare the draft with the newest version, and write it anew with that as `basedOn`.',
  ),
  'too-many-drafts': kind(409, 'There are as many open drafts as there may be', 'Withdraw those nobody works on.'),
  'rota-changed': kind(409, 'The rota has changed since you read it', 'Read it again; the detail says who changed it.'),
  'absence-overlaps': kind(
    409,
    'The person is away then already',
    'Delete the other absence first, or choose other dates.',
  ),
  'delegate-loop': kind(
    422,
    'Delegates would stand in for each other',
    'Name somebody who is here while the others are away.',
  ),
  'feed-broken': kind(
    422,
    'The calendar file cannot be used',
    'Correct every line listed in `errors`; nothing was changed.',
  ),
  'too-large': kind(
    413,
    'The body is too large',
    'The detail says how much there may be: 256 KB, or 2 MB for a calendar file.',
  ),
  'unsupported-media-type': kind(415, 'This kind of body is not understood', 'Send `Content-Type: application/json`.'),
  'idempotency-key-invalid': kind(400, 'The Idempotency-Key is not valid', 'Send 1 to 255 visible ASCII characters.'),
  'idempotency-key-reused': kind(
    422,
    'The Idempotency-Key was used with another body',
    'Use a new key for a new request.',
  ),
  'idempotency-in-flight': kind(
    409,
    'The first request with this Idempotency-Key is still being worked on',
    'Retry after the time in `Retry-After`.',
  ),
  'internal-error': kind(500, 'Something went wrong on our side', 'Retry; quote the request id if it stays.'),
  unavailable: kind(503, 'A part that this needs does not answer', 'Retry after the time in `Retry-After`.'),
} satisfies Record<string, ProblemKind>;

/** Every problem that the API answers with, by slug. */
export const PROBLEMS = { ...refusals, ...surface };

/** The last part of a problem's `type`. */
export type ProblemSlug = keyof typeof PROBLEMS;

/** The stable `type` of a problem: an address of this API where it is explained. */
export function problemType(slug: ProblemSlug): string {
  return `/problems/${slug}`;
}

function kind(status: number, title: string, advice: string): ProblemKind {
  return { status, title, advice };
}
