import { STEPS } from '../../domain/steps/plan';
import { eventSentence } from '../../services/shared/event-sentences/event-sentence';
import { account, acknowledged, findings, goodbye, remedy } from '../domain/support/deeds';
import { Story } from '../domain/support/story';

const DUE = '2026-11-26T09:00:00Z';
const nameOf = (id: string) => `the one called ${id}`;

/** The owner forgets for a day, then all of it is done. */
const told = () =>
  acknowledged(new Story())
    .until('2026-11-24T09:00:00Z')
    .does('olu', 'investigation', findings)
    .does('olu', 'solution', remedy)
    .does('olu', 'customer-update', account(DUE))
    .does('olu', 'keep-commitment', { commitmentId: 'c1', note: 'They have it.' })
    .does('olu', 'closure', goodbye);

describe('a timeline in sentences', () => {
  const sentences = told()
    .events.filter(({ type }) => type !== 'step.carried-out')
    .map((event) => eventSentence(event, { nameOf }));

  it('calls the steps and their clocks by their titles, not by the names of the code', () => {
    expect(sentences).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/completed the customer update, recorded late\.|completed the customer update\.$/),
        expect.stringMatching(/^Customer update went up to the manager \(rung 1\): /),
        expect.stringMatching(/^The customer update clock was breached: /),
      ]),
    );
    const coded = Object.keys(STEPS).filter((name) => name.includes('-') && name !== 'check-in');
    expect(sentences.filter((sentence) => coded.some((name) => sentence.includes(name)))).toEqual([]);
  });

  it('begins each with a capital, and ends none with two stops, however people write', () => {
    expect(sentences).toContainEqual(expect.stringMatching(/noted a promise as kept.*: They have it\.$/));
    expect(sentences.filter((sentence) => !/^\p{Lu}|^the one called/u.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /[.!?…]\.$/.test(sentence))).toEqual([]);
  });
});
