import type { Body } from './bodies';
import type { Story } from './story';

/** A personal acknowledgment by mail, naming who signs and who owns. */
export function acknowledgment(story: Story, by: string, ownerId: string): Body {
  const signer = story.person(by);
  const body = `I am ${signer.name}, ${signer.title}, and I answer for this personally. ${story.person(ownerId).name} owns it.`;
  return { ownerId, acknowledgment: { channel: 'mail', subject: 'Your complaint', body } };
}

/** What the owner found out. */
export const findings: Body = {
  findings: 'Two jobs made each invoice.',
  ticketHistoryRead: true,
  csmConsulted: { personId: 'cleo', note: 'A renewal is due.' },
};

/** What is done about it. */
export const remedy: Body = { kind: 'billing-credit', description: 'Both charges are credited.' };

/** The full account to the customer, with one promise. */
export function account(dueAt: string, responsibleId = 'olu'): Body {
  return {
    understood: 'You were charged twice.',
    willDo: 'We credit it.',
    commitments: [{ text: 'The credit is on your account', dueAt, responsibleId }],
    message: { channel: 'mail', subject: 'What happened', body: 'This is what happened.' },
  };
}

/** The closing words and the cause. */
export const goodbye: Body = {
  message: { channel: 'phone', body: 'I told them that it is done.' },
  rootCause: 'product-bug',
  rootCauseNote: 'Two jobs made each invoice.',
};

/** Mia acknowledges and Olu owns. */
export function acknowledged(story: Story): Story {
  return story.does('mia', 'intake', acknowledgment(story, 'mia', 'olu'));
}

/** Everything up to the closure is done within minutes, its promise kept. */
export function closed(story: Story): Story {
  const tomorrow = new Date(Date.parse(story.now) + 86_400_000).toISOString();
  return acknowledged(story)
    .does('olu', 'investigation', findings)
    .does('olu', 'solution', remedy)
    .does('olu', 'customer-update', account(tomorrow))
    .does('olu', 'keep-commitment', { commitmentId: 'c1' })
    .does('olu', 'closure', goodbye);
}
