import ts from 'typescript';
import { Refusal } from './refusal';

/** A source file of ours that is being changed. */
export interface Source {
  path: string;
  text: string;
}

/** The source with an entry more in a list (an object literal), in front of the one with this key. */
export function withEntry(source: Source, list: string, entry: { line: string; beforeKey: string }): Source {
  const place = entryOf(source, list, entry.beforeKey);
  if (!place) throw new Refusal(`${source.path}: the list ${list} has no ${entry.beforeKey}.`);
  const { text } = source;
  const start = place.getStart();
  return { ...source, text: `${text.slice(0, start)}${entry.line},\n${text.slice(start)}` };
}

/** The source without the entry with this key. */
export function withoutEntry(source: Source, list: string, key: string): Source {
  const place = entryOf(source, list, key);
  if (!place) throw new Refusal(`${source.path}: the list ${list} has no ${key}.`);
  return cut(source, place.getFullStart(), afterComma(source.text, place.getEnd()));
}

/** The source with an import more, among those of its folder in the order of their paths. */
export function withImport(source: Source, what: { name: string; from: string; folder: string }): Source {
  const all = importsOf(source);
  const behind = all.find(({ from }) => from.startsWith(what.folder) && from > what.from);
  const last = all.at(-1);
  const line = `import { ${what.name} } from '${what.from}';`;
  const { text } = source;
  if (behind) {
    const start = behind.node.getStart();
    return { ...source, text: `${text.slice(0, start)}${line}\n${text.slice(start)}` };
  }
  if (!last) throw new Refusal(`${source.path} imports nothing: it is not the file that is expected there.`);
  const end = last.node.getEnd();
  return { ...source, text: `${text.slice(0, end)}\n${line}${text.slice(end)}` };
}

/** The source without the import of this path. */
export function withoutImport(source: Source, from: string): Source {
  const found = importsOf(source).find((one) => one.from === from);
  if (!found) throw new Refusal(`${source.path} has no import of ${from}.`);
  return cut(source, found.node.getFullStart(), found.node.getEnd());
}

/** Whether the source uses this word as a name already. */
export function usesName(source: Source, name: string): boolean {
  return nodesIn(source).some((node) => ts.isIdentifier(node) && node.text === name);
}

/** The list is the first object literal below what bears this name: a constant, or the function that answers with it. */
function entryOf(source: Source, list: string, key: string): ts.ObjectLiteralElementLike | undefined {
  const named = nodesIn(source).find(
    (node) => (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) && node.name?.getText() === list,
  );
  if (!named) throw new Refusal(`${source.path} has no ${list}: the list was expected there.`);
  const literal = below(named).find(ts.isObjectLiteralExpression);
  return literal?.properties.find(({ name }) => name && keyOf(name) === key);
}

function keyOf(name: ts.PropertyName): string {
  return ts.isStringLiteral(name) ? name.text : name.getText();
}

function importsOf(source: Source): { node: ts.ImportDeclaration; from: string }[] {
  return nodesIn(source).flatMap((node) =>
    ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)
      ? [{ node, from: node.moduleSpecifier.text }]
      : [],
  );
}

function nodesIn({ path, text }: Source): ts.Node[] {
  return below(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true));
}

function below(node: ts.Node): ts.Node[] {
  const all: ts.Node[] = [];
  node.forEachChild((child) => {
    all.push(child, ...below(child));
  });
  return all;
}

function afterComma(text: string, end: number): number {
  const comma = /^\s*,/.exec(text.slice(end));
  return end + (comma?.[0].length ?? 0);
}

function cut(source: Source, from: number, to: number): Source {
  const { text } = source;
  return { ...source, text: `${text.slice(0, from)}${text.slice(to)}` };
}
