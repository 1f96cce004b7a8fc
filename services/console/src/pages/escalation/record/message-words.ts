const words: Readonly<Record<string, string>> = {
  intake: 'Acknowledgment',
  'customer-update': 'Full account',
  closure: 'Closing message',
  'interim-update': 'Interim update',
  'to-customer': 'Our word to the customer',
  'from-customer': "The customer's word to us",
  reminder: 'Reminder',
  breach: 'Time ran out',
  rung: 'The chain went up',
  'owner-assigned': 'New owner',
  'closure-near': 'About to be closed',
  'nobody-notified': 'Nobody could be notified',
  'check-in-due': 'Check-in due',
  'import-digest': 'Import digest',
};

/** What a message or notice is about, in words. */
export function messageKindWords(kind: string): string {
  return words[kind] ?? kind.replaceAll('-', ' ');
}
