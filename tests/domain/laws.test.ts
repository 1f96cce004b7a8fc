import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { MUTATIONS } from '../explore/mutations';
import { LAWS } from './laws/laws';
import { live, sequences } from './support/sequence';

/** Deterministic here; `npm run explore -- --seed N` looks elsewhere. */
const SEED = 20_261_122;

describe('the laws of the core, over random lives of escalations', () => {
  it(`hold in 10,000 lives: ${LAWS.length} laws`, () => {
    const property = fc.property(sequences, (sequence) => {
      live(
        sequence,
        LAWS.map((law) => law.watch()),
      );
    });
    fc.assert(property, { seed: SEED, numRuns: 10_000 });
  });

  it.each(LAWS.map(({ name }) => name))('can be broken: %s', (name) => {
    const mutations = MUTATIONS.filter(({ law }) => law === name);
    expect(mutations).not.toHaveLength(0);
    for (const { file, from, to } of mutations) {
      const source = readFileSync(path.join(__dirname, '../..', file), 'utf8');
      expect({ file, from, times: source.split(from).length - 1 }).toEqual({ file, from, times: 1 });
      expect(to).not.toBe(from);
    }
  });
});
