import { invalid } from '../../rejection';

/** What an acknowledgment is checked against. */
export interface Acknowledgment {
  body: string;
  /** Written words are checked for who signs; a call or a meeting is its own introduction. */
  written: boolean;
  signer: { name: string; title: string };
  /** The owner, where that is another person than the signer. */
  otherOwner: { name: string } | null;
  sendAllTheSame: boolean;
}

/** Wording of ticket systems that tells a customer that nobody has read them. */
const TICKET_NOTICE =
  /do not reply|don't reply|no-?reply|automated|auto-?generated|your (ticket|case|request) (has been|was|is)|(ticket|case) (number|id|#)|has been (logged|received and)|we value your|your call is important|within \d+.{0,20}business days/i;

/** Words by which somebody takes it on themselves. */
const TAKES_RESPONSIBILITY =
  /\b(responsib\w*|personal(ly)?|accountable|I will|I'll|I’ll|I am (taking|on)|I own|owns?|my word)\b/i;

const folded = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');

/**
 * Refuses an acknowledgment that is not personal: the signer's name and title, the owner's name where that is another,
 * somebody taking responsibility (docs/process.md "The five steps and their clocks"). The refusal tells what is missing.
 */
export function checkAcknowledgment(it: Acknowledgment): void {
  if (it.written) checkNames(it);
  if (!it.sendAllTheSame) checkTone(it);
}

function checkNames({ body, signer, otherOwner }: Acknowledgment): void {
  const has = (part: string) => folded(body).includes(folded(part));
  const missing = [
    ...(has(signer.name) ? [] : [`the signer's name, "${signer.name}"`]),
    ...(has(signer.title) ? [] : [`the signer's title, "${signer.title}"`]),
    ...(!otherOwner || has(otherOwner.name) ? [] : [`the owner's name, "${otherOwner.name}"`]),
  ];
  if (missing.length === 0) return;
  const errors = missing.map((part) => ({ pointer: '#/acknowledgment/body', detail: `lacks ${part}` }));
  invalid('acknowledgment-incomplete', `The acknowledgment lacks ${missing.join(' and ')}.`, ...errors);
}

function checkTone({ body, written }: Acknowledgment): void {
  const notice = TICKET_NOTICE.exec(body);
  const problem = notice
    ? `reads like a ticket notice ("${notice[0]}")`
    : written && !TAKES_RESPONSIBILITY.test(body)
      ? 'nobody in it takes responsibility'
      : null;
  if (!problem) return;
  invalid(
    'acknowledgment-impersonal',
    `The acknowledgment ${problem}. Write it as one person to another, or say "sendAllTheSame": true.`,
    { pointer: '#/acknowledgment/body', detail: problem },
  );
}
