import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dataFolder } from '../../infra/local/folders';
import { cachedBinary, fillCache } from '../../infra/temporal/cache';
import { findTemporal } from '../../infra/temporal/find';
import { isNewEnough } from '../../infra/temporal/installed';
import { platform, temporalVersion } from '../../infra/temporal/pin';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'upstairs-temporal-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inCache = (): string => path.join(folder, `temporal-${temporalVersion}-${platform}`);

describe('the cache of the Temporal server', () => {
  test('does not take what is not the pinned release, and throws it away', async () => {
    writeFileSync(inCache(), 'half a binary');
    expect(await cachedBinary(folder)).toBeNull();
    expect(existsSync(inCache())).toBe(false);
  });

  test('takes nothing of a source that brings something else', async () => {
    const answer = await fillCache(folder, {
      name: 'a stranger',
      fetch: (aside) => {
        writeFileSync(path.join(aside, 'temporal'), 'something else');
        return Promise.resolve(path.join(aside, 'temporal'));
      },
    });
    expect(answer).toEqual({ ok: false, why: 'what came is not the pinned release (its hash differs)' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('clears what a fetch that was cut off left, and keeps the pinned release', async () => {
    const real = await findTemporal(dataFolder(), () => undefined);
    mkdirSync(path.join(folder, 'fetching-abc'));
    writeFileSync(path.join(folder, 'fetching-abc/temporal'), 'half');
    const answer = await fillCache(folder, {
      name: 'a copy',
      fetch: (aside) => {
        copyFileSync(real, path.join(aside, 'temporal'));
        return Promise.resolve(path.join(aside, 'temporal'));
      },
    });
    expect(answer).toEqual({ ok: true, binary: inCache() });
    expect(readdirSync(folder).filter((name) => name.startsWith('fetching-'))).toEqual([]);
    expect(await cachedBinary(folder)).toBe(inCache());
  });
});

test.each([
  ['1.9.1', true],
  ['1.10.0', true],
  ['2.0.0', true],
  ['1.9.0', false],
  ['1.8.12', false],
])('a Temporal CLI %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});
