import type { BriefPage } from '../../activities/brief-page';
import { noticeMail } from '../../activities/mail/notice-mail';
import type { EscalationBrief } from '../../activities/ports';
import type { Person } from '../../domain/people';
import { brief, INES, NOW } from './a-case';

const HOUR = 3_600_000;
const ELENA: Person = { ...INES, id: 'elena', name: 'Elena Farrow', title: 'Chief Customer Officer' };

const page: BriefPage = {
  complaint: 'Each invoice since September was collected twice.\nNobody answers.',
  findings: 'The job runs twice.',
  remedy: null,
  promises: [
    { text: 'All second collections paid back', dueAt: NOW + 24 * HOUR, state: 'open', by: 'Anneke Voss' },
    { text: 'A written statement', dueAt: NOW - 2 * HOUR, state: 'kept', by: 'Anneke Voss' },
  ],
  open: [{ text: 'Switch the job off', dueAt: NOW + 3 * HOUR, who: 'Mirko Stahl' }],
  asked: [{ text: 'See that they send the files', dueAt: NOW + 5 * HOUR, who: 'Elena Farrow' }],
  lastWord: { at: NOW - HOUR, channel: 'phone', text: 'I told them what we know.' },
  counterpart: { name: 'Ada Quill', email: null },
  escalationManager: 'Noor Castellane',
  overdue: 1,
};

function mail(
  of: BriefPage,
  changes: Partial<EscalationBrief> = {},
  text = 'UP-1042: its level is P1 now, it was P2.',
) {
  const notice = { id: 'n1', kind: 'sponsor-brief', toId: 'elena', via: 'mail', clockIds: [], text } as const;
  return noticeMail({ notice, to: ELENA, escalation: brief({ ...changes, page: of }) }, 'https://upstairs.example');
}

describe("the sponsor's brief", () => {
  it('says on one page what happened, where it stands, what was promised, what is open and what was said', () => {
    const { subject, text } = mail(page);
    expect(subject).toBe('[UP-1042] Your brief - Northwind - P1');
    expect(text.split('\n')).toEqual([
      'UP-1042: its level is P1 now, it was P2.',
      '',
      'What:        Charged twice for three months',
      'Customer:    Northwind, enterprise, P1',
      'Stands at:   investigation, 1 clock overdue, next due Sun, 22 Nov 2026, 17:00 CET (in 4 h)',
      'Owner:       Anneke Voss, Senior Support Engineer',
      'Manager:     Noor Castellane',
      'Counterpart: Ada Quill',
      '',
      'What happened',
      'Each invoice since September was collected twice. Nobody answers.',
      'We found: The job runs twice.',
      'What is done about it is not decided yet.',
      '',
      'Promised to the customer',
      '- All second collections paid back (open, Anneke Voss, by Mon, 23 Nov 2026, 13:00 CET)',
      '- A written statement (kept, Anneke Voss, by Sun, 22 Nov 2026, 11:00 CET)',
      '',
      'Open',
      '- Switch the job off (Mirko Stahl, by Sun, 22 Nov 2026, 16:00 CET)',
      '',
      'Asked of you',
      '- See that they send the files (Elena Farrow, by Sun, 22 Nov 2026, 18:00 CET)',
      '',
      'Last word to the customer',
      'By phone, Sun, 22 Nov 2026, 12:00 CET (1 h ago):',
      'I told them what we know.',
      '',
      'https://upstairs.example/escalations/UP-1042',
    ]);
  });

  it('stays one page whatever was written: 45 lines and 3,000 characters at most', () => {
    const long = 'words and\nwords '.repeat(2_000);
    const task = { text: long, dueAt: NOW + HOUR, who: long };
    const full: BriefPage = {
      complaint: long,
      findings: long,
      remedy: long,
      promises: Array.from({ length: 20 }, () => ({ ...task, state: 'broken', by: long })),
      open: Array.from({ length: 20 }, () => task),
      asked: Array.from({ length: 20 }, () => task),
      lastWord: { at: NOW, channel: 'meeting', text: long },
      counterpart: { name: long, email: long },
      escalationManager: long,
      overdue: 12,
    };
    const owner: Person = { ...ELENA, name: long, title: long };
    const { text } = mail(full, { summary: long, stage: long, owner }, long);
    expect(text.split('\n').length).toBeLessThanOrEqual(45);
    expect(text.length).toBeLessThanOrEqual(3_000);
    expect(text).toContain('- and 16 more');
  });

  it('says so where there is nothing yet', () => {
    const empty = { findings: null, promises: [], open: [], asked: [], lastWord: null };
    const { text } = mail({ ...page, ...empty, overdue: 0 });
    expect(text).toContain('What caused it is not known yet.');
    expect(text).toContain('They have not heard from us yet.');
    expect(text).toContain('Asked of you\n- Nothing.');
  });
});
