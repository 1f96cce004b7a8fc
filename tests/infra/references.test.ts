import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../infra/local/folders';

const CODE = ['domain', 'workflows', 'activities', 'services', 'infra', 'tests', 'bench'];

/** A page as a comment cites it, and its heading in quotes; a page without its ending counts where a heading follows. */
const CITED = /(?<![\w./-])((?:docs\/)?[\w-]+\.md|[A-Z]{4,}(?= "[A-Z]))(?: "([^"]+)")?/g;
const LINK = /\]\(([^)\s]+)\)/g;

const textOf = (file: string) => readFileSync(path.join(repository, file), 'utf8');

function filesUnder(folder: string, ending: RegExp): string[] {
  const files = readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => ending.test(file)).map((file) => path.join(folder, file));
}

/** The text with each comment on one line, so that a citation may break where a line does. */
function unbroken(text: string): string {
  return text.replace(/\n\s*(?:\*(?!\/)|\/\/)\s*/g, ' ');
}

function headingsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
}

/** What the address of a heading ends with, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function isThere(page: string, hasHeading: (heading: string) => boolean): boolean {
  return existsSync(path.join(repository, page)) && (!page.endsWith('.md') || headingsOf(page).some(hasHeading));
}

function lostCitations(file: string): string[] {
  return [...unbroken(textOf(file)).matchAll(CITED)].flatMap(([whole, page = '', heading]) =>
    isThere(page, (one) => heading === undefined || one === heading) ? [] : [`${file}: ${whole}`],
  );
}

function lostLinks(file: string): string[] {
  return [...textOf(file).matchAll(LINK)].flatMap(([, target = '']) => {
    if (/^\w+:/.test(target)) return [];
    const [to = '', anchor] = target.split('#');
    const page = to === '' ? file : path.join(path.dirname(file), to);
    return isThere(page, (one) => anchor === undefined || anchorOf(one) === anchor) ? [] : [`${file}: ${target}`];
  });
}

describe('what the project refers to', () => {
  it('cites only pages and headings that are there', () => {
    const files = CODE.flatMap((folder) => filesUnder(folder, /\.(ts|tsx|mjs|js)$/));
    expect(files.flatMap(lostCitations)).toEqual([]);
  });

  it('links only to pages, files and headings that are there', () => {
    const files = [...filesUnder('docs', /\.md$/), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
    expect(files.flatMap(lostLinks)).toEqual([]);
  });
});
