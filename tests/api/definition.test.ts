import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDefinition, SHIPPED_DEFINITION } from '../../services/api/definition';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'definition-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (content: string): string => {
  const file = path.join(folder, 'definition.json');
  writeFileSync(file, content);
  return file;
};

describe("the company's own definition of an escalation", () => {
  it('is the shipped one where no file is named', async () => {
    expect(await readDefinition(null)).toEqual(SHIPPED_DEFINITION);
  });

  it('is read from a file', async () => {
    const own = { title: 'Ours', text: ['It reached the board.'], scope: ['One shop, or several.'], origin: [] };
    expect(await readDefinition(fileOf(JSON.stringify(own)))).toEqual(own);
  });

  it.each([
    ['no JSON', '{ title', /it is not JSON/],
    ['no title', '{ "text": ["x"] }', /title: /],
    ['no text', '{ "title": "x", "text": [] }', /text: /],
    ['a field that nobody knows', '{ "title": "x", "text": ["x"], "colour": "red" }', /colour/],
    ['a control character', '{ "title": "a\\u0007b", "text": ["x"] }', /title: must not hold control characters/],
    ['too much', JSON.stringify({ title: 'x', text: ['x'.repeat(70_000)] }), /more than 64 KB/],
  ])('is refused at the start with %s', async (_what, content, words) => {
    await expect(readDefinition(fileOf(content))).rejects.toThrow(words);
    await expect(readDefinition(fileOf(content))).rejects.toThrow(/UPSTAIRS_DEFINITION_FILE/);
  });

  it('is refused where there is no such file', async () => {
    await expect(readDefinition(path.join(folder, 'nowhere.json'))).rejects.toThrow(/cannot be read/);
  });
});
