const words: Readonly<Record<string, string>> = {
  intake: 'Acknowledge',
  investigation: 'Record the investigation',
  solution: 'Decide the solution',
  'customer-update': 'Give the full account',
  closure: 'Close it',
  'check-in': 'Record the check-in',
  'take-charge': 'Take charge',
  amend: 'Correct a fact',
  reassign: 'Name another owner',
  'interim-update': 'Send an interim update',
  'record-contact': 'Record a contact',
  'keep-commitment': 'Mark a promise as kept',
  'add-note': 'Add a note',
  reopen: 'Reopen',
  withdraw: 'Withdraw',
  activate: 'Activate',
};

/** What a step or a command is called on a button that does it. */
export function actionWords(name: string): string {
  return words[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
}
