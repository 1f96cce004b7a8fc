/** The steps as the board's columns, in their order. */
export const STAGES = ['intake', 'investigation', 'solution', 'customer-update', 'closure', 'check-in'] as const;

const words: Readonly<Record<string, string>> = {
  intake: 'Intake',
  investigation: 'Investigation',
  solution: 'Solution',
  'customer-update': 'Customer update',
  closure: 'Closure',
  'check-in': 'Check-in',
};

/** A stage as the head of a column: what has yet to be done. */
export function stageWords(stage: string): string {
  const plain = words[stage] ?? stage.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
