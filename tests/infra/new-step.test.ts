import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from '../../infra/local/folders';
import { readNewStep } from '../../infra/new-step/new-step';
import { withEntry, withImport, withoutEntry, withoutImport } from '../../infra/new-step/source-edit';

const COPIED = ['domain', 'workflows', 'activities', 'services', 'infra', 'tests', 'bench', 'docs', 'dist'];
/** In two pieces: a step that a file names is not taken out, and this file is in the copy. */
const STEP = ['proof', 'read'].join('-');

jest.setTimeout(300_000);

/** A checkout of its own, in which steps may come and go. */
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'upstairs-new-step-'));
  for (const folder of COPIED) cpSync(path.join(repository, folder), path.join(copy, folder), { recursive: true });
  const files = readdirSync(repository, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) cpSync(path.join(repository, name), path.join(copy, name));
  symlinkSync(path.join(repository, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a program in the copy; answers with its exit code and everything that it printed. */
function run(file: string, ...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(copy, file), ...args], { cwd: copy }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    );
  });
}

const newStep = (...args: string[]) => run('infra/bootstrap.mjs', 'new-step', ...args);
const textOf = (file: string) => readFileSync(path.join(copy, file), 'utf8');
const LISTS = [
  'domain/steps/plan.ts',
  'domain/steps/schemas.ts',
  'activities/index.ts',
  'tests/domain/support/bodies.ts',
];
const WRITTEN = [
  `domain/steps/${STEP}/${STEP}.ts`,
  `domain/steps/${STEP}/${STEP}.schema.ts`,
  `activities/steps/${STEP}.ts`,
  `tests/domain/stories/${STEP}.test.ts`,
];
const MADE = ['domain/generated/shapes.ts', 'domain/generated/step-titles.ts', 'README.md', 'docs/roles.md'];

describe('npm run new-step', () => {
  let before: Record<string, string>;

  it.each([
    ['intake', 'is in the default plan'],
    ['legal-review', 'A recorded history holds it'],
    ['never-was', 'There is no step "never-was".'],
  ])('--remove %s is refused', async (name, why) => {
    const { code, output } = await newStep('--remove', name);
    expect([code, output]).toEqual([1, expect.stringContaining(why)]);
    expect(output).toContain('Nothing was changed.');
  });

  it('writes four files, a line in four lists, and what is generated', async () => {
    before = Object.fromEntries([...LISTS, ...MADE].map((file) => [file, textOf(file)]));
    const { code, output } = await newStep(STEP);
    expect([code, output]).toEqual([0, expect.stringContaining(`Written: ${STEP}`)]);
    expect(WRITTEN.filter((file) => !existsSync(path.join(copy, file)))).toEqual([]);
    expect([...LISTS, ...MADE].filter((file) => textOf(file) === before[file])).toEqual([]);
    expect(textOf('README.md')).toContain(`\`${STEP}\` is in the plans of those policies that name it`);
  });

  it('what it wrote is formatted, linted and typed, and its story holds', async () => {
    const formatted = await run('node_modules/prettier/bin/prettier.cjs', '--check', ...WRITTEN, ...LISTS);
    expect(formatted).toMatchObject({ code: 0 });
    expect(await run('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...WRITTEN)).toEqual({
      code: 0,
      output: '',
    });
    const typed = await run('node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false');
    expect(
      typed.output.split('\n').filter((line) => line.includes(STEP) || LISTS.some((list) => line.startsWith(list))),
    ).toEqual([]);
    const story = await run('node_modules/jest/bin/jest.js', '-c', STORY_ALONE, `tests/domain/stories/${STEP}`);
    expect([story.code, story.output]).toEqual([0, expect.stringMatching(/Tests: +8 passed, 8 total/)]);
  });

  it('a second time is refused, and changes nothing', async () => {
    const texts = LISTS.map(textOf);
    const { code, output } = await newStep(STEP);
    expect([code, output]).toEqual([1, expect.stringContaining(`There is a step "${STEP}" already.`)]);
    expect(LISTS.map(textOf)).toEqual(texts);
  });

  it('--remove takes it out again, to the letter', async () => {
    const { code, output } = await newStep('--remove', STEP);
    expect([code, output]).toEqual([0, expect.stringContaining(`Taken out: ${STEP}`)]);
    expect(Object.fromEntries([...LISTS, ...MADE].map((file) => [file, textOf(file)]))).toEqual(before);
    expect(WRITTEN.filter((file) => existsSync(path.join(copy, path.dirname(file), path.basename(file))))).toEqual([]);
    expect(existsSync(path.join(copy, `domain/steps/${STEP}`))).toBe(false);
  });
});

/** The tests of the domain need no servers. */
const STORY_ALONE = JSON.stringify({
  ...jest.requireActual<object>('../../jest.config.js'),
  ...{ globalSetup: undefined, globalTeardown: undefined, reporters: ['default'] },
});

describe('what makes no step', () => {
  const typed = {
    after: 'investigation',
    before: 'customer-update',
    by: 'owner',
    hours: '4',
    anchor: 'acknowledgment',
    clock: true,
  };

  it.each<[string, string, Partial<typeof typed> & { title?: string }, RegExp]>([
    ['a name with capitals', 'DemoCheck', {}, /no name for a step/],
    ['a name with two dashes', 'demo--check', {}, /no name for a step/],
    ['a name that is too long', `a-${'b'.repeat(39)}`, {}, /41 characters: 40 at most/],
    ['the name of a step', 'intake', {}, /There is a step "intake" already/],
    ['the name of a command', 'add-note', {}, /is a command/],
    ['the name of a clock', 'keep-informed', {}, /names something else/],
    ['a word of the language', 'class', {}, /reserved word/],
    ['what every object has', 'constructor', {}, /reserved word/],
    ['a step that nobody knows before it', 'some-check', { after: 'prayer' }, /--after: one of intake, .*not "prayer"/],
    ['the closure before it', 'some-check', { after: 'closure' }, /cannot come after closure/],
    [
      'itself between two in the wrong order',
      'some-check',
      { after: 'customer-update' },
      /cannot come after customer-update/,
    ],
    ['itself before the intake', 'some-check', { after: '', before: 'intake' }, /Nothing comes before the intake/],
    ['nobody who does it', 'some-check', { by: 'the-cat' }, /--by: one of owner, csm/],
    ['no time', 'some-check', { hours: '0' }, /--hours: a whole number/],
    ['half an hour', 'some-check', { hours: '0.5' }, /--hours: a whole number/],
    ['the closure as its anchor', 'some-check', { anchor: 'closure' }, /--anchor: one of acknowledgment, receipt/],
    ['a title that is code', 'some-check', { title: "It's" }, /--title/],
  ])('%s', (_what, name, more, why) => {
    expect(() => readNewStep(name, { ...typed, ...more })).toThrow(why);
  });

  it('a list that is not where it was is told, not guessed', () => {
    const source = { path: 'a.ts', text: 'export const LIST = { one };\n' };
    expect(() => withEntry(source, 'OTHER', { line: 'two', beforeKey: 'one' })).toThrow(/a\.ts has no OTHER/);
    expect(() => withEntry(source, 'LIST', { line: 'two', beforeKey: 'three' })).toThrow(/the list LIST has no three/);
    expect(() => withoutImport(source, './one')).toThrow(/no import of \.\/one/);
    expect(() => withImport(source, { name: 'one', from: './one', folder: './' })).toThrow(/imports nothing/);
  });

  it('what is put in comes out again', () => {
    const text = "import { a } from './a';\nimport { c } from './c';\n\nexport const LIST = {\n  a,\n  'c-d': c,\n};\n";
    const source = { path: 'a.ts', text };
    const longer = withImport(withEntry(source, 'LIST', { line: 'b', beforeKey: 'c-d' }), {
      name: 'b',
      from: './b',
      folder: './',
    });
    expect(longer.text).toContain("from './a';\nimport { b } from './b';\nimport { c }");
    expect(longer.text.replaceAll(/\s+/g, ' ')).toContain("{ a, b, 'c-d': c, }");
    const again = withoutImport(withoutEntry(longer, 'LIST', 'b'), './b');
    expect(again.text.replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '));
  });
});
