import type { Notice } from '../../notice';

/** Work that somebody on the team owes by a date. It has a clock and a chain of its own, `task:<id>`. */
export interface Task {
  id: string;
  text: string;
  personId: string;
  dueAt: number;
  /** The tasks that must be done before. */
  after: readonly string[];
  /** What the customer's own executive agreed to do: we remind our person, never them. */
  counterpart: boolean;
  state: 'open' | 'done' | 'dropped';
  addedAt: number;
  doneAt: number | null;
  note: string | null;
}

/** What happens to tasks. */
export interface TaskEvents {
  'task.added': {
    taskId: string;
    text: string;
    personId: string;
    dueAt: number;
    after: readonly string[];
    counterpart: boolean;
    /** When it was given in the escalation from which it was taken over; absent: now. */
    addedAt?: number;
    notices: Notice[];
  };
  'task.changed': {
    taskId: string;
    personId: string;
    dueAt: number;
    after: readonly string[];
    reason: string;
    notices: Notice[];
  };
  'task.completed': { taskId: string; doneAt: number; note: string | null };
  'task.dropped': { taskId: string; reason: string };
}
