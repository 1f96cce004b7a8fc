import ts from 'typescript';
import type { EventType } from '../../domain/escalation/events';
import { EVENT_MEANINGS } from './event-meanings';
import { code, generatedFrom, table } from './markdown';
import type { Field } from './source-types';
import { fieldsOf, importsOf, memberName, membersOf, parseSource } from './source-types';

const SOURCE = 'domain/escalation/events.ts';

/** docs/events.md: every type of event with its fields, as domain/escalation/events.ts declares them. */
export const eventListGenerator = {
  path: 'docs/events.md',
  async content(): Promise<string> {
    const source = await parseSource(SOURCE);
    const origins = importsOf(source);
    const events = await Promise.all(
      membersOf(source, 'EventData').map(async (member) => ({
        type: memberName(member) as EventType,
        fields: await eventFields(member, origins),
      })),
    );
    return [
      generatedFrom(SOURCE),
      INTRODUCTION,
      table(
        ['Type', 'What it says'],
        events.map(({ type }) => [`[${code(type)}](#${anchor(type)})`, EVENT_MEANINGS[type]]),
      ),
      '## Types that the fields use',
      typeTable(
        events.flatMap(({ fields }) => fields),
        origins,
      ),
      ...events.map(({ type, fields }) => section(type, fields)),
    ].join('\n\n');
  },
};

const INTRODUCTION = `# Events

Everything that happens to an escalation is an event in its journal. An event is never changed or removed. The state of
an escalation, the read model, the inboxes and the timeline are all folded from these events.

Each event has \`seq\` (1, 2, 3 … within its escalation), \`type\`, \`at\` (the escalation's own time), \`actor\` (who did it;
\`null\`: the system) and \`data\`, the fields listed below. The journal adds \`recordedAt\` (the wall clock when it was
written down), \`hash\` and \`position\` (its place among the events of all escalations).

Moments are epoch milliseconds in fields named \`…At\`, lengths of time are milliseconds in fields named \`…Ms\`. The API
shows them as ISO 8601 under \`…At\` and, without the \`Ms\`, as ISO 8601 durations. It leaves out what is only for the
workflow's own use: the pinned policy (its version is shown), plan, rules and people.`;

async function eventFields(member: ts.PropertySignature, origins: ReadonlyMap<string, string>): Promise<Field[]> {
  const { type } = member;
  if (type && ts.isTypeLiteralNode(type)) return fieldsOf(type.members);
  const name = type?.getText() ?? '';
  const origin = origins.get(name);
  if (!origin) throw new Error(`${SOURCE}: cannot tell the fields of ${name}`);
  return fieldsOf(membersOf(await parseSource(`${origin}.ts`), name));
}

function section(type: EventType, fields: readonly Field[]): string {
  const noted = fields.some(({ doc }) => doc !== '');
  const head = ['Field', 'Type', ...(noted ? [''] : [])];
  const rows = fields.map(({ name, type: of, doc }) => [code(name), code(of), ...(noted ? [doc] : [])]);
  return [`## ${type}`, EVENT_MEANINGS[type], table(head, rows)].join('\n\n');
}

/** Those of the imported types that some field names, with the file that says what they are. */
function typeTable(fields: readonly Field[], origins: ReadonlyMap<string, string>): string {
  const named = [...origins].filter(([name]) => fields.some(({ type }) => new RegExp(`\\b${name}\\b`).test(type)));
  const rows = named.map(([name, origin]) => [code(name), `[${origin}.ts](../${origin}.ts)`]);
  return table(
    ['Type', 'Declared in'],
    rows.sort(([a = ''], [b = '']) => a.localeCompare(b)),
  );
}

/** As GitHub makes anchors of headings. */
const anchor = (type: string) => type.replaceAll('.', '');
