import { escapeHtml, page } from '../routes/page';
import type { FailureKind } from './failure';

interface Words {
  status: number;
  title: string;
  text: string;
  /** Whether the provider is to ask anew, since it would send the same person again. */
  asAnother?: boolean;
}

const WORDS: Readonly<Record<FailureKind, Words>> = {
  'not-configured': {
    status: 503,
    title: 'Nobody can sign in here yet',
    text: 'No identity provider is named. Whoever runs Upstairs sets <code>UPSTAIRS_OIDC_ISSUER</code>; until then keys alone open it.',
  },
  insecure: {
    status: 503,
    title: 'Signing in needs a secure connection',
    text: 'Upstairs is reached by plain http here, where a browser keeps no sign-in. Whoever runs it puts https before it and sets <code>UPSTAIRS_PUBLIC_URL</code> to that address.',
  },
  'provider-down': {
    status: 503,
    title: 'The identity provider does not answer',
    text: 'You cannot sign in at the moment. Clocks and notices go on meanwhile.',
  },
  'memory-down': {
    status: 503,
    title: 'The database does not answer',
    text: 'You cannot sign in at the moment. Clocks and notices go on meanwhile.',
  },
  lost: {
    status: 400,
    title: 'This sign-in is over',
    text: 'It took longer than ten minutes, was finished before, or was begun in another browser or under another address. Browsers that keep no cookie of a secure site end up here too.',
  },
  denied: {
    status: 403,
    title: 'You did not sign in',
    text: 'It was broken off at the identity provider. Nothing has changed.',
  },
  'not-accepted': {
    status: 400,
    title: "The provider's answer does not hold",
    text: 'It could not be verified, or came too late. Nothing has changed.',
  },
  'unknown-person': {
    status: 403,
    title: 'You are not in the directory',
    text: 'The identity provider knows you, Upstairs does not. Ask an administrator to add you to its people.',
    asAnother: true,
  },
  'mail-unverified': {
    status: 403,
    title: 'Your mail address is not verified',
    text: 'The identity provider has not verified it, so it does not prove who you are. Verify it there first.',
    asAnother: true,
  },
  'no-role': {
    status: 403,
    title: 'You have no role here',
    text: 'The identity provider gives you none of the groups that open Upstairs. Ask whoever keeps them.',
    asAnother: true,
  },
};

/** The page for a sign-in that came to nothing, with a way to try again. */
export function failurePage(kind: FailureKind, back: string): { status: number; html: string } {
  const { status, title, text, asAnother } = WORDS[kind];
  const again = `/auth/sign-in?${new URLSearchParams({ return: back, ...(asAnother ? { as: 'another' } : {}) }).toString()}`;
  const words = asAnother ? 'Sign in as somebody else' : 'Sign in again';
  return {
    status,
    html: page(
      title,
      `<main>\n<h1>${escapeHtml(title)}</h1>\n<p>${text}</p>\n<p><a href="${escapeHtml(again)}">${words}</a></p>\n</main>`,
    ),
  };
}
