import { ApiClient } from '../api/client';
import type { DemoPerson } from '../api/demo-people';
import type { EscalationView } from '../api/views';
import { printTable } from '../output/table';
import { spell } from '../output/when';
import type { Terminal } from '../output/terminal';
import { castFrom } from './cast';
import { Narrator } from './narration';
import { PROGRAMME } from './programme';
import { Scene } from './scene';

/** Plays the whole programme against a running system, one story after the other, and says where to look next. */
export async function runDemo(
  terminal: Terminal,
  baseUrl: string,
  people: readonly DemoPerson[],
  paceMs: number,
): Promise<void> {
  const startedAt = Date.now();
  const cast = castFrom(people);
  const apis = new Map(people.map((person) => [person.id, new ApiClient(baseUrl, person.key)]));
  const apiOf = (person: DemoPerson) => apis.get(person.id) ?? new ApiClient(baseUrl, person.key);
  const narrator = new Narrator(terminal, paceMs);
  terminal.out(
    `${PROGRAMME.length} escalations come in at ${baseUrl}, and people act on them. Time is moved by the time machine.`,
  );
  const played: { title: string; escalation: EscalationView }[] = [];
  for (const [index, story] of PROGRAMME.entries()) {
    narrator.title(index + 1, PROGRAMME.length, story.title);
    const scene = new Scene({ narrator, apiOf }, story.title, cast.director);
    await story.play(scene, cast);
    played.push({ title: story.title, escalation: scene.escalation });
  }
  terminal.out(`\n${terminal.style('bold', 'How they stand')}`);
  printTable(
    terminal,
    [
      { title: 'REF', of: ({ escalation }) => escalation.ref },
      { title: 'LEVEL', of: ({ escalation }) => escalation.priority.level },
      { title: 'DOOR', of: ({ escalation }) => escalation.door },
      { title: 'STATUS', of: ({ escalation }) => escalation.status },
      { title: 'OWNER', of: ({ escalation }) => escalation.owner?.name },
      { title: 'ACCOUNT', of: ({ escalation }) => escalation.account.name },
      { title: 'SHOWED', of: ({ title }) => title, gives: true },
    ],
    played,
  );
  const mails = await apiOf(cast.director).get<{ items: unknown[] }>('/v1/demo/mailbox', { limit: 1_000 });
  const forgotten = played.find(({ escalation }) => escalation.door === 'social-public')?.escalation.ref ?? 'UP-1001';
  terminal.out(
    `\nDone in ${spell(Date.now() - startedAt)}; ${mails.items.length} mails are in the demo's mailbox. Look next at:`,
  );
  const next = [
    [`npx upstairs timeline ${forgotten}`, 'everything that happened, with who and when'],
    [`npx upstairs explain ${forgotten}`, 'why each clock stands where it does, and who is next'],
    ['npx upstairs list --breached true', 'what is overdue'],
    [`${baseUrl}/docs`, 'the API that all of this went through'],
  ] as const;
  for (const [where, what] of next) terminal.out(`  ${where.padEnd(36)} ${what}`);
}
