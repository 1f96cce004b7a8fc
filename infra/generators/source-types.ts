import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { repository } from '../local/folders';

/** A field of an interface as its source says it. */
export interface Field {
  name: string;
  type: string;
  /** Its doc comment, as one line; empty where it has none. */
  doc: string;
}

/** A source file of the repository, parsed. */
export async function parseSource(file: string): Promise<ts.SourceFile> {
  const text = await readFile(path.join(repository, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
}

/**
 * The members of an interface.
 * @throws Error where the file has no such interface.
 */
export function membersOf(source: ts.SourceFile, name: string): readonly ts.PropertySignature[] {
  const found = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (!found) throw new Error(`${source.fileName} has no interface ${name}`);
  return found.members.filter(ts.isPropertySignature);
}

/** The fields of a type literal or an interface. */
export function fieldsOf(members: readonly ts.TypeElement[]): Field[] {
  return members.filter(ts.isPropertySignature).map((member) => ({
    name: memberName(member),
    type: (member.type?.getText() ?? 'unknown').replaceAll('readonly ', '').replaceAll(/\s+/g, ' '),
    doc: docOf(member),
  }));
}

/** A member's name without quotes. */
export function memberName(member: ts.PropertySignature): string {
  return ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
}

/** Where each imported name comes from, as a path in the repository without its ending. */
export function importsOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const origin = path.posix.join(path.posix.dirname(source.fileName), statement.moduleSpecifier.text);
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) {
      for (const { name } of bindings.elements) origins.set(name.text, origin);
    }
  }
  return origins;
}

function docOf(member: ts.PropertySignature): string {
  return ts
    .getJSDocCommentsAndTags(member)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}
