/** The API raises so many at once. */
export const MOST_ACCOUNTS = 200;

const LONGEST_NAME = 300;
const LONGEST_CONTACT = 200;

/** One line of the list. */
export interface AccountRow {
  /** From 1, as an editor counts. */
  line: number;
  account: string;
  contact: string;
  mail: string;
  /** Why it cannot be raised; null where it can. */
  wrong: string | null;
}

/** Reads a list of accounts: account, contact, mail, parted by commas, semicolons or tabs; a heading is passed over. */
export function accountRows(text: string): AccountRow[] {
  const records = recordsOf(text, delimiterOf(text));
  const seen = new Set<string>();
  return records
    .filter(({ cells }, index) => cells.some((cell) => cell !== '') && !(index === 0 && isHeading(cells)))
    .map(({ line, cells }) => {
      const [account = '', contact = '', mail = ''] = cells;
      const name = account.toLowerCase().replace(/\s+/g, ' ');
      const wrong = wrongWith({ account, contact, mail }, cells.length, seen.has(name));
      seen.add(name);
      return { line, account, contact, mail, wrong };
    });
}

function wrongWith(
  { account, contact, mail }: Pick<AccountRow, 'account' | 'contact' | 'mail'>,
  columns: number,
  isTwice: boolean,
): string | null {
  if (account === '') return 'has no account';
  if (account.length > LONGEST_NAME) return 'the account’s name is too long';
  if (contact.length > LONGEST_CONTACT) return 'the contact’s name is too long';
  if (mail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail)) return `“${mail}” is no mail address`;
  if (columns > 3) return 'has more than three columns';
  return isTwice ? 'this account stands further up already' : null;
}

function isHeading(cells: readonly string[]): boolean {
  return /^(account|customer|company)( name)?$/i.test(cells[0] ?? '');
}

function delimiterOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return ['\t', ';', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Cells may be quoted, and then hold the delimiter, line ends, and quotes written twice. */
function recordsOf(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let [cells, cell, line, begun, quoted]: [string[], string, number, number, boolean] = [[], '', 1, 1, false];
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let index = 0; index < source.length; index += 1) {
    const letter = source.charAt(index);
    if (letter === '\n') line += 1;
    if (quoted && letter === '"' && source[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (letter === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && letter === delimiter) endCell();
    else if (!quoted && letter === '\n') {
      endCell();
      records.push({ line: begun, cells });
      [cells, begun] = [[], line];
    } else cell += letter;
  }
  endCell();
  records.push({ line: begun, cells });
  return records;
}
