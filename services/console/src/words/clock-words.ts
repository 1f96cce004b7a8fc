const clocks: Readonly<Record<string, string>> = {
  intake: 'Acknowledgment',
  investigation: 'Investigation',
  'customer-update': 'Full account to the customer',
  'check-in': 'Check-in',
  'keep-informed': 'Word to the customer',
};

/** What a clock watches, in words; the promises are those of its escalation, where they are known. */
export function clockWords(clockId: string, promises: readonly { id: string; text: string }[] = []): string {
  if (!clockId.startsWith('commitment:')) return clocks[clockId] ?? inWords(clockId);
  const promise = promises.find(({ id }) => clockId === `commitment:${id}`);
  return promise ? `Promise: ${promise.text}` : 'A promise';
}

/** A step that has no words of its own here: `legal-review` is Legal review. */
function inWords(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
}

const rungs: Readonly<Record<string, string>> = {
  reminder: 'the responsible person is reminded',
  breach: 'its time runs out',
  manager: 'the manager is told',
  director: 'the director is told',
  vp: 'the VP is told',
  everyone: 'manager, director and VP are told again',
};

/** What a clock does next if nobody acts: `the director is told`. */
export function rungWords(rung: string): string {
  return rungs[rung] ?? rung;
}
