import type { Person } from '../../domain/people';
import type { BriefPage, BriefTask } from '../brief-page';
import type { DeliverRequest, EscalationBrief, OutgoingMail } from '../ports';
import type { Fact } from './page';
import { escalationLink, subjectWithRef, table } from './page';
import { count, distance, moment, oneLine } from './wording';

/** How many characters of each stand on the page: all of it fits on one, whatever was written. */
const WORDS = { told: 150, summary: 100, happened: 190, item: 71, name: 28, lastWord: 160 } as const;

/** How many lines of each list. */
const LINES = { promises: 4, open: 3, asked: 3 } as const;

/** The sponsor's brief of one page: what happened, where it stands, what was promised, what is open, what was said. */
export function sponsorBriefMail(request: DeliverRequest, page: BriefPage, publicUrl: string): OutgoingMail {
  const { notice, to, escalation } = request;
  const task = (one: BriefTask) => item(one.text, one.who, one.dueAt, to);
  const promises = listed(page.promises, LINES.promises, (one) =>
    item(one.text, `${one.state}, ${oneLine(one.by, WORDS.name)}`, one.dueAt, to),
  );
  return {
    key: `${escalation.id}/${notice.id}/${to.id}`,
    fromName: 'Upstairs',
    to: { name: to.name, email: to.email },
    subject: subjectWithRef(
      escalation,
      `Your brief - ${oneLine(escalation.account.name, WORDS.name)} - ${escalation.level}`,
    ),
    text: [
      oneLine(notice.text, WORDS.told),
      table(standing(escalation, page, to)),
      section('What happened', happened(page)),
      section('Promised to the customer', promises),
      section('Open', listed(page.open, LINES.open, task)),
      section('Asked of you', listed(page.asked, LINES.asked, task)),
      section('Last word to the customer', lastWord(page, to, escalation.now)),
      escalationLink(publicUrl, escalation),
    ].join('\n\n'),
    automatic: { ref: escalation.ref, kind: notice.kind, urgent: false },
  };
}

/** Where it stands, at one glance. */
function standing(escalation: EscalationBrief, page: BriefPage, to: Person): Fact[] {
  const { account, owner, level, stage, now } = escalation;
  const next = escalation.due?.find(({ dueAt }) => dueAt > now);
  const overdue = page.overdue > 0 ? `, ${count(page.overdue, 'clock')} overdue` : '';
  const due = next ? `, next due ${moment(next.dueAt, to.zone.name)} (${distance(next.dueAt, now)})` : '';
  const name = (of: string) => oneLine(of, WORDS.name);
  return [
    ['What', oneLine(escalation.summary, WORDS.summary)],
    ['Customer', `${name(account.name)}, ${account.tier ?? 'tier unknown'}, ${level}`],
    ['Stands at', `${name(stage.replaceAll('-', ' '))}${overdue}${due}`],
    ['Owner', owner ? `${name(owner.name)}, ${name(owner.title)}` : 'nobody yet'],
    ...(page.escalationManager ? [['Manager', name(page.escalationManager)] as const] : []),
    ...(page.counterpart ? [['Counterpart', name(page.counterpart.name ?? '')] as const] : []),
  ];
}

function happened({ complaint, findings, remedy }: BriefPage): string[] {
  const told = [
    complaint,
    findings === null ? 'What caused it is not known yet.' : `We found: ${findings}`,
    remedy === null ? 'What is done about it is not decided yet.' : `We do: ${remedy}`,
  ];
  return told.map((text) => oneLine(text, WORDS.happened));
}

function lastWord({ lastWord: word }: BriefPage, { zone }: Person, now: number): string[] {
  if (!word) return ['They have not heard from us yet.'];
  return [
    `By ${word.channel}, ${moment(word.at, zone.name)} (${distance(word.at, now)}):`,
    oneLine(word.text, WORDS.lastWord),
  ];
}

function item(text: string, who: string, dueAt: number | null, { zone }: Person): string {
  const by = dueAt === null ? '' : `, by ${moment(dueAt, zone.name)}`;
  return `- ${oneLine(text, WORDS.item)} (${oneLine(who, WORDS.name + 10)}${by})`;
}

/** The first of a list, and how many more there are. */
function listed<One>(all: readonly One[], most: number, line: (one: One) => string): string[] {
  if (all.length === 0) return ['- Nothing.'];
  const more = all.length - most;
  return [...all.slice(0, most).map(line), ...(more > 0 ? [`- and ${more} more`] : [])];
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines].join('\n');
}
