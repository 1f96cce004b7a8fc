import { cliEnv, runCli } from './support/run-cli';
import type { CliResult } from './support/run-cli';
import { complaints, TestFiles } from './support/files';

/** What an import says before anything is raised: it needs no system, and must not begin with a half-read file. */
describe('import reads a file before it raises anything', () => {
  const files = new TestFiles();
  afterAll(() => files.remove());

  function dryRun(file: string, ...options: string[]): Promise<CliResult> {
    return runCli(cliEnv(null), ['import', file, '--dry-run', ...options]);
  }

  test('a plain file is read whole, its columns found by their names', async () => {
    const { code, stdout, stderr } = await dryRun(files.write('plain.csv', complaints(5)));
    expect(stderr).toContain('summary ← subject');
    expect(stderr).toContain('narrative ← description');
    expect(stderr).toContain('externalRef ← id');
    expect(stdout).toContain('5 rows read: 5 could be raised, 0 could not');
    expect(code).toBe(0);
  });

  test('a byte order mark and a semicolon are no obstacle', async () => {
    const file = files.write('bom.csv', '\ufeffid;summary\n1;Nobody answers\n');
    expect((await dryRun(file)).stdout).toContain('1 rows read: 1 could be raised');
  });

  test('a file in another encoding is refused with the line and the byte, and read when it is named', async () => {
    const file = files.write('latin1.csv', Buffer.from('id,summary\n1,Fine\n2,Caf\u00e9 closed\n', 'latin1'));
    const refused = await dryRun(file);
    expect(refused.stderr).toContain('is not UTF-8: line 3, byte 24 of the file (0xE9)');
    expect(refused.stderr).toContain('--encoding latin1');
    expect(refused.code).toBe(2);
    expect((await dryRun(file, '--encoding', 'latin1')).code).toBe(0);
  });

  test('UTF-16 and a workbook are recognised', async () => {
    const utf16 = files.write('utf16.csv', Buffer.from('\ufeffid,summary\n1,Nobody answers\n', 'utf16le'));
    expect((await dryRun(utf16)).stderr).toContain('--encoding utf-16le');
    expect((await dryRun(utf16, '--encoding', 'utf-16le')).code).toBe(0);
    const workbook = files.write('book.csv', Buffer.from('PK\u0003\u0004 and so on'));
    expect((await dryRun(workbook)).stderr).toContain('workbook');
  });

  test('a missing column is one error that lists those that are there', async () => {
    const file = files.write('columns.csv', 'id,subject,description\n1,Nobody answers,\n');
    const { code, stderr } = await dryRun(file, '--map', 'summary=Headline', '--map', 'account=Firm');
    expect(stderr).toContain('has no column "Headline" (for summary), nor "Firm" (for account.name)');
    expect(stderr).toContain('Its columns are: id, subject, description.');
    expect(code).toBe(2);
  });

  test('an unknown field is refused with the list of those there are', async () => {
    const file = files.write('fields.csv', complaints(1));
    const { code, stderr } = await dryRun(file, '--map', 'sumary=subject');
    expect(stderr).toContain('there is no field "sumary"');
    expect(stderr).toContain('externalRef, summary, narrative');
    expect(code).toBe(2);
  });

  test('a broken quote costs its own line only, though it seemed to swallow the rest', async () => {
    const file = files.write(
      'quotes.csv',
      'id,summary,text\n1,One,fine\n2,Two,"never closed\n3,Three,"over\ntwo lines"\n4,Four,bro"ken\n5,Five,"a"b\n6,Six,fine\n',
    );
    const { code, stdout, stderr } = await dryRun(file);
    expect(stderr).toMatch(/line 3: a quote is closed in the middle/);
    expect(stderr).toMatch(/line 6: a quote stands in the middle/);
    expect(stderr).toMatch(/line 7: a quote is closed in the middle/);
    expect(stdout).toContain('6 rows read: 3 could be raised, 3 could not');
    expect(code).toBe(1);
  });

  test('a quote that is never closed loses nothing behind it', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index + 3},Row ${index + 3}`).join('\n');
    const file = files.write('unclosed.csv', `id,summary\n1,"never closed\n${rows}\n`);
    const { stdout, stderr } = await dryRun(file);
    expect(stderr).toContain('line 2: a quote is opened and');
    expect(stdout).toContain('20001 rows read: 20000 could be raised, 1 could not');
  });

  test('bad rows are reported by their line, with each wrong field', async () => {
    const file = files.write(
      'rows.csv',
      'id,summary,severity,email,received\n' +
        '1,,billing,a@b.example,2026-01-01\n' +
        '2,Fine,,,\n' +
        '3,Odd,catastrophe,not-an-address,\n' +
        '4,Late,,,yesterday\n' +
        '5,Short,billing\n',
    );
    const { code, stderr, stdout } = await dryRun(file);
    expect(stderr).toMatch(/line 2: summary: /);
    expect(stderr).toMatch(/line 4: severity: .*; contact\.email: /);
    expect(stderr).toMatch(/line 5: receivedAt: "yesterday" is no date/);
    expect(stderr).toContain('line 6: has 3 cells, but the header has 5');
    expect(stdout).toContain('5 rows read: 1 could be raised, 4 could not');
    expect(code).toBe(1);
  });

  test('a hundred thousand rows stream through', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `${index},"A ""quoted"" row\nover two lines"`);
    const file = files.write('many.csv', `id,summary\n${rows.join('\n')}\n`);
    expect((await dryRun(file)).stdout).toContain('100000 rows read: 100000 could be raised');
  });

  test('a file that is not there, an empty one and a folder are said to be that', async () => {
    expect((await dryRun('/nowhere/at/all.csv')).stderr).toContain('cannot be read');
    expect((await dryRun(files.write('empty.csv', ''))).stderr).toContain('is empty');
    const folder = await dryRun('/');
    expect(folder.stderr).toContain('is no file');
    expect(folder.code).toBe(2);
  });
});

describe('the command line says what is wrong with it', () => {
  test.each([
    [['list', '--bogus'], 'unknown option'],
    [['frobnicate'], 'unknown command'],
    [['show'], 'missing required argument'],
    [['list'], 'No key'],
    [['list', '--limit', '0', '--key', 'x'], 'give a number from 1'],
    [['complete', 'UP-1', 'intake', '--key', 'x', '--body', '{nonsense'], 'no valid JSON'],
    [['command', 'UP-1', 'add-note', '--key', 'x', '--field', 'note'], 'write it as name=value'],
    [['list', '--key', 'x', '--api', 'nowhere'], 'is no address'],
  ])('%j is wrong usage', async (args, said) => {
    const { code, stderr } = await runCli(cliEnv(null), args);
    expect(stderr).toContain(said);
    expect(code).toBe(2);
  });

  test('help is no failure and lists the exit codes', async () => {
    const { code, stdout } = await runCli(cliEnv(null), ['--help']);
    expect(stdout).toContain('Exit codes:');
    expect(code).toBe(0);
  });

  test('a system that is not there is told with its address', async () => {
    const { code, stderr } = await runCli(cliEnv(null), ['list', '--key', 'x']);
    expect(stderr).toContain('Upstairs cannot be reached at http://127.0.0.1:9');
    expect(code).toBe(3);
  });
});
