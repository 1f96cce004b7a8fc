import { stageWords } from './stage-words';

const clocks: Readonly<Record<string, string>> = {
  intake: 'Acknowledgment',
  investigation: 'Investigation',
  'customer-update': 'Full account to the customer',
  'check-in': 'Check-in',
  'keep-informed': 'Word to the customer',
};

/** What an escalation holds that its clocks watch, as far as it is known. */
export interface Watched {
  commitments?: readonly { id: string; text: string }[];
  tasks?: readonly { id: string; text: string }[];
  approvals?: readonly { id: string; what: string }[];
}

/** What a clock watches, in words. */
export function clockWords(clockId: string, { commitments = [], tasks = [], approvals = [] }: Watched = {}): string {
  const [kind, id] = clockId.split(':');
  const promise = commitments.find((one) => one.id === id);
  const task = tasks.find((one) => one.id === id);
  const approval = approvals.find((one) => one.id === id);
  if (kind === 'commitment') return promise ? `Promise: ${promise.text}` : 'A promise';
  if (kind === 'task') return task ? `Task: ${task.text}` : 'A task';
  if (kind === 'approval') return approval ? `Decision: ${approval.what}` : 'A decision';
  return clocks[clockId] ?? stageWords(clockId);
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
