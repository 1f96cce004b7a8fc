/** What the API reference says before its operations. */
export const DESCRIPTION = `Executive escalations as durable workflows: acknowledged, owned, answered and checked on.

**Who you are** comes with \`Authorization: Bearer KEY\`. What you may not see answers as if it did not exist.

**Errors** are \`application/problem+json\` (RFC 9457). \`type\` is stable and is explained at its own address; for bad
input \`errors\` names each wrong field by a pointer.

**Retries** are safe with an \`Idempotency-Key\` on any POST that changes something: for 24 hours the same key with the
same body gets the first answer; with another body it is refused. After a 503 send the same request with the same key
again.

**Every change that was answered is visible to every later read.** Steps and commands answer with the escalation as it
is then, and with \`actions\`: what you may do next.

Times are ISO 8601 in UTC, lengths of time ISO 8601 durations, money integer minor units with a currency.`;

/** The sections of the API reference. */
export const TAGS = [
  { name: 'Escalations', description: 'Raise, read, list; the timeline and why each clock stands where it does.' },
  { name: 'Steps', description: "Complete a step: the owner's main action." },
  { name: 'Commands', description: 'Everything else that a person can do.' },
  { name: 'Me', description: 'Who I am, what was said to me, my views of the board and how I want it.' },
  { name: 'Live', description: 'Events as they happen.' },
  { name: 'Directory', description: 'People, accounts and keys.' },
  { name: 'Policies', description: 'What escalations go by: its versions, drafts of the next one, and trying them.' },
  { name: 'Demo', description: 'Only in the demo: the mailbox and the time machine.' },
  { name: 'System', description: 'Whether it lives and what it depends on.' },
] as const;
