import type { ActionName, FormSurroundings } from './action';
import { pathOf, valueAt, withValueAt, type FormValue } from './field-schema';

/** Texts that are proposed, by the pointer of their field. */
export type Suggestions = Readonly<Record<string, string>>;

interface Promised {
  text?: string;
  dueAt?: string;
  responsibleId?: string;
}

/**
 * What could be said to the customer, made from what is known and what stands in the rest of the form. A call is put
 * on record in the words that were spoken, so for that nothing is proposed.
 */
export function suggestedWords(action: ActionName, value: FormValue, around: FormSurroundings): Suggestions {
  if (action.name === 'resolve-at-once')
    return {
      ...suggestedIn('intake', 'intake', value, around),
      ...suggestedIn('customerUpdate', 'customer-update', value, around),
    };
  const field = action.name === 'intake' ? 'acknowledgment' : 'message';
  const write = writers[action.name];
  if (!write) return {};
  const written = ['mail', 'social'].includes(String(valueAt(value, [field, 'channel'])));
  const { subject, paragraphs } = write(value, around);
  return {
    [`#/${field}/subject`]: written ? subject : '',
    [`#/${field}/body`]: written ? letter(paragraphs, around) : '',
  };
}

/** The same for a step that is a part of a larger form. */
function suggestedIn(part: string, step: string, value: FormValue, around: FormSurroundings): Suggestions {
  const own = (value[part] ?? {}) as FormValue;
  const suggested = Object.entries(suggestedWords({ kind: 'step', name: step }, own, around));
  return Object.fromEntries(suggested.map(([pointer, text]) => [pointer.replace('#/', `#/${part}/`), text]));
}

/** The form with new proposals in every field where the last proposal still stands, or nothing yet. */
export function withSuggestions(value: FormValue, last: Suggestions, next: Suggestions): FormValue {
  let result = value;
  for (const [pointer, text] of Object.entries(next)) {
    const path = pathOf(pointer);
    const stands = valueAt(result, path);
    const untouched = stands === undefined || stands === '' || stands === last[pointer];
    // Somebody who has emptied the field wants it empty: it is filled again only when the proposal changes.
    if (untouched && text !== last[pointer]) result = withValueAt(result, path, text);
  }
  return result;
}

type Writer = (value: FormValue, around: FormSurroundings) => { subject: string; paragraphs: string[] };

const writers: Readonly<Record<string, Writer>> = {
  intake: (value, { escalation, me, nameOf }) => {
    const ownerId = typeof value.ownerId === 'string' ? value.ownerId : '';
    const owner = ownerId && ownerId !== me.id ? nameOf(ownerId) : undefined;
    return {
      subject: `Your complaint: ${escalation.summary}`.slice(0, 300),
      paragraphs: [
        `You wrote to us about “${escalation.summary}”. I have read what happened, and I take personal responsibility for putting it right.`,
        ...(ownerId ? whoOwns(owner) : []),
      ],
    };
  },
  'customer-update': (value, { escalation, nameOf, inWords }) => ({
    subject: `What happened, and what we do about it: ${escalation.summary}`.slice(0, 300),
    paragraphs: [
      'Here is my full account of what happened and of what we do about it.',
      said('What we understood', value.understood),
      said('What we will do', value.willDo),
      promised(value.commitments, nameOf, inWords),
      'I stay your contact until this is put right. Answer this mail, and it reaches me.',
    ],
  }),
  closure: (_value, { escalation }) => ({
    subject: `Put right: ${escalation.summary}`.slice(0, 300),
    paragraphs: [
      `What I promised you is done, and I regard “${escalation.summary}” as put right.`,
      kept(escalation.commitments),
      csmNext(escalation.account.csm?.name),
      'If anything of it is not as it should be, tell me, and I take it up again at once.',
    ],
  }),
  'add-commitment': (value, { escalation, nameOf, inWords }) => ({
    subject: `A promise to you: ${escalation.summary}`.slice(0, 300),
    paragraphs: [promised([value], nameOf, inWords)],
  }),
  'replace-commitment': (value, { escalation, nameOf, inWords }) => ({
    subject: `A promise that I did not keep: ${escalation.summary}`.slice(0, 300),
    paragraphs: [notKept(value, escalation.commitments, inWords), promised([value], nameOf, inWords)],
  }),
  'interim-update': (_value, { escalation }) => ({
    subject: `Where we are: ${escalation.summary}`.slice(0, 300),
    paragraphs: [],
  }),
};

function whoOwns(owner: string | undefined): string[] {
  return [
    owner
      ? `${owner} owns this from now on and works on it first of all. I stay answerable to you for it.`
      : 'I own this myself from now on, and nobody will hand you on.',
    `You will hear from ${owner ?? 'me'} in person as soon as we understand completely what went wrong.`,
  ];
}

function letter(paragraphs: readonly string[], { escalation, me }: FormSurroundings): string {
  const name = escalation.contact?.name;
  const body = paragraphs.filter(Boolean);
  return [`${name ? `Dear ${name}` : 'Good day'},`, ...(body.length > 0 ? body : ['']), `${me.name}\n${me.title}`].join(
    '\n\n',
  );
}

function said(heading: string, text: unknown): string {
  return typeof text === 'string' && text.trim() ? `${heading}:\n${text.trim()}` : '';
}

function promised(
  commitments: unknown,
  nameOf: FormSurroundings['nameOf'],
  inWords: FormSurroundings['inWords'],
): string {
  const lines = (Array.isArray(commitments) ? (commitments as Promised[]) : []).flatMap(
    ({ text, dueAt, responsibleId }) => {
      if (!text?.trim() || !dueAt) return [];
      const who = responsibleId ? nameOf(responsibleId) : undefined;
      return [`– ${text.trim()}, by ${inWords(dueAt)}${who ? ` (${who})` : ''}`];
    },
  );
  return lines.length > 0 ? `You can hold us to this:\n${lines.join('\n')}` : '';
}

function notKept(
  { commitmentId }: FormValue,
  commitments: FormSurroundings['escalation']['commitments'],
  inWords: FormSurroundings['inWords'],
): string {
  const broken = commitments.find(({ id }) => id === commitmentId);
  return broken ? `I promised you “${broken.text}” by ${inWords(broken.dueAt)}, and did not keep it. I am sorry.` : '';
}

function kept(commitments: FormSurroundings['escalation']['commitments']): string {
  const lines = commitments.filter(({ state }) => state === 'kept').map(({ text }) => `– ${text}`);
  return lines.length > 0 ? `Done:\n${lines.join('\n')}` : '';
}

function csmNext(csm: string | undefined): string {
  return csm ? `${csm} will ask you within a week whether things are better for you now.` : '';
}
