import type { Channel, Message } from '../../message';
import type { EscalationEvent } from '../events';
import type { Escalation } from '../state';

/** The last word that the customer had from us. */
export interface LastWord {
  at: number;
  channel: Channel;
  /** Its beginning. */
  text: string;
}

/** What a brief tells of the past, in the beginnings of the words that were written then. */
export interface StorySoFar {
  findings: string | null;
  remedy: string | null;
  lastWord: LastWord | null;
}

/** Nothing was found, decided or said yet. */
export const NOTHING_SO_FAR: StorySoFar = { findings: null, remedy: null, lastWord: null };

/** So much of each is enough for a page. */
const KEPT = 600;

/** Keeps the beginnings of what is found out, decided and said to the customer. */
export function withStorySoFar(state: Escalation, event: EscalationEvent): Escalation {
  const told = toldBy(event);
  const { storySoFar } = state;
  const word = told.lastWord;
  const isNews = word && word.at >= (storySoFar.lastWord?.at ?? 0);
  if (!isNews && told.findings === undefined && told.remedy === undefined) return state;
  const { findings = storySoFar.findings, remedy = storySoFar.remedy } = told;
  return { ...state, storySoFar: { findings, remedy, lastWord: isNews ? word : storySoFar.lastWord } };
}

interface Told {
  findings?: string;
  remedy?: string;
  lastWord?: LastWord;
}

function toldBy(event: EscalationEvent): Told {
  switch (event.type) {
    case 'step.completed':
      return toldByStep(event.data.step, event.data.body, event.data.occurredAt);
    case 'customer.informed':
      return { lastWord: wordOf(event.data.message, event.data.occurredAt) };
    case 'contact.recorded': {
      const { direction, channel, body, occurredAt: at } = event.data;
      return direction === 'to-customer' ? { lastWord: { at, channel, text: beginning(body) } } : {};
    }
    default:
      return {};
  }
}

/** Of steps, those that find something out, decide something, or speak to the customer. */
function toldByStep(step: string, body: unknown, at: number): Told {
  const { findings, description, message, acknowledgment } = body as Partial<Record<string, unknown>>;
  const said = message ?? acknowledgment;
  return {
    ...(step === 'investigation' && typeof findings === 'string' ? { findings: beginning(findings) } : {}),
    ...(step === 'solution' && typeof description === 'string' ? { remedy: beginning(description) } : {}),
    ...(isMessage(said) ? { lastWord: wordOf(said, at) } : {}),
  };
}

function isMessage(said: unknown): said is Message {
  return typeof said === 'object' && said !== null && 'body' in said && 'channel' in said;
}

const wordOf = ({ channel, body }: Message, at: number): LastWord => ({ at, channel, text: beginning(body) });

function beginning(text: string): string {
  return text.length > KEPT ? `${text.slice(0, KEPT - 1).trimEnd()}…` : text;
}
