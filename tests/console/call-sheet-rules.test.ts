import type { AccountView } from '../../services/api/views/account.schema';
import type { EscalationView } from '../../services/api/views/escalation.schema';
import { waysToRecord } from '../../services/console/src/pages/call-sheet/ways-to-record';
import { whatNotToSay } from '../../services/console/src/pages/call-sheet/what-not-to-say';

const NOW = Date.parse('2026-11-22T13:00:00Z');

type Facts = Partial<EscalationView>;

const step = (name: string, state: 'done' | 'active') =>
  ({ name, state, title: name, completedAt: null, completedBy: null }) as EscalationView['steps'][number];

const promise = (state: 'open' | 'broken' | 'kept', text: string) =>
  ({
    id: text,
    text,
    state,
    dueAt: '2026-11-22T10:00:00Z',
    movedFrom: [] as string[],
  }) as EscalationView['commitments'][number];

/** An escalation of which everything is done and nothing owed. */
const calm: Facts = {
  ...{
    owner: { id: 'anneke', name: 'Anneke Voss' },
    acknowledgedAt: '2026-11-22T09:30:00Z',
    round: 1,
    scope: 'one-customer',
  },
  ...{ receivedAt: '2026-11-22T09:00:00Z', narrative: 'It stopped.', public: false, threatensPublic: false },
  ...{ approvals: [], pause: null },
  ...{ clocks: [], commitments: [], steps: [step('investigation', 'done'), step('solution', 'done')] },
};

function rules(facts: Facts, callerId = 'anneke', escalations = 1): string {
  const unsaid = whatNotToSay({
    escalation: { ...calm, ...facts } as EscalationView,
    account: { figures: { all: escalations } } as AccountView,
    ...{ callerId, nowMs: NOW, inWords: (iso: string) => iso },
  });
  return unsaid.map(({ rule, because }) => `${rule} ${because}`).join('\n');
}

describe('what not to say on the phone', () => {
  it('is little where all is in order: no date in passing, no blame, and not the whole story again', () => {
    expect(rules({}).split('\n')).toHaveLength(3);
  });

  it('begins with the promise that was broken', () => {
    const facts = { commitments: [promise('kept', 'A call'), promise('broken', 'The credit note')] };
    expect(rules(facts).split('\n')[0]).toContain('“The credit note” was promised for 2026-11-22T10:00:00Z');
  });

  it('holds back the cause until it is understood, and the cure until it is decided', () => {
    const facts = { steps: [step('investigation', 'active'), step('solution', 'active')] };
    expect(rules(facts)).toMatch(/No guess at the cause[^]*No credit, no fix and no exception yet/);
  });

  it('promises no remedy that waits for a decision, and moves no date twice', () => {
    const approval = { state: 'open', what: 'billing credit of 12,000.00 USD', subject: { kind: 'remedy' } };
    const moved = { ...promise('open', 'The credit note'), movedFrom: ['2026-11-21T10:00:00Z'] };
    const facts = {
      approvals: [approval],
      commitments: [moved],
      steps: [step('solution', 'active')],
    } as unknown as Facts;
    const text = rules(facts);
    expect(text).toContain('Do not promise the remedy: it waits for a decision. “billing credit of 12,000.00 USD”');
    expect(text).not.toContain('No credit, no fix');
    expect(text).toContain('was promised for 2026-11-21T10:00:00Z first');
  });

  it('names who has to keep what somebody else promises', () => {
    expect(rules({}, 'ines')).toContain('Anneke Voss owns this.');
    expect(rules({}, 'anneke')).not.toContain('owns this.');
    expect(rules({ owner: null }, 'ines')).toContain('It has no owner yet.');
  });

  it('does not open with a procedure where nobody has answered them yet', () => {
    expect(rules({ acknowledgedAt: null })).toContain('Nobody has answered them in person since 2026-11-22T09:00:00Z');
  });

  it('minds the past, the public and the others', () => {
    const facts: Facts = { round: 2, threatensPublic: true, scope: 'several-customers' };
    const text = rules(facts, 'anneke', 4);
    expect(text).toContain('this is round 2');
    expect(text).toContain('They had 3 escalations with us before');
    expect(text).toContain('They have said that they may go public.');
    expect(text).toContain('Several customers have.');
  });

  it('makes no excuse once a clock has run out, nor before', () => {
    const clock = { state: 'breached', metAt: null, dueAt: '2026-11-22T12:00:00Z' } as EscalationView['clocks'][number];
    expect(rules({ clocks: [clock] })).toContain('No excuse for the silence.');
    expect(rules({ clocks: [{ ...clock, state: 'running', dueAt: '2026-11-22T14:00:00Z' }] })).not.toContain(
      'No excuse',
    );
  });
});

describe('recording the call', () => {
  it('offers the step that it was, and the contact alone, as far as this person may', () => {
    const actions = [
      { name: 'record-contact', kind: 'command' },
      { name: 'customer-update', kind: 'step' },
      { name: 'solution', kind: 'step' },
    ] as EscalationView['actions'];
    const ways = waysToRecord({ actions } as EscalationView);
    expect(ways.map(({ name }) => name)).toEqual(['customer-update', 'record-contact']);
    expect(ways[0]?.prefill).toEqual({ message: { channel: 'phone', subject: '', body: '', occurredAt: '' } });
  });
});
