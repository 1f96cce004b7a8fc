import type { EscalationView } from '../api/views';
import { printTable } from '../output/table';
import type { Terminal } from '../output/terminal';
import { when } from '../output/when';

/** Prints who has to do what by when, and what each task waits for. */
export function printTasks(terminal: Terminal, { tasks, now }: EscalationView): void {
  printTable(
    terminal,
    [
      { title: 'TASK', of: (task) => task.text, gives: true },
      { title: 'STATE', of: (task) => task.state },
      { title: 'DUE', of: (task) => when(task.dueAt, now) },
      { title: 'BY', of: (task) => task.person.name },
      { title: 'WAITS FOR', of: (task) => task.blockedBy.join(', ') || null },
      { title: 'ID', of: (task) => task.id },
    ],
    tasks,
  );
}
