const CONTROL = /[^\P{Cc}\t\n]/gu;

/** Text of others without what could steer the terminal; line breaks and tabs stay. */
function printable(text: string): string {
  return text.replace(CONTROL, '�');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim());
}

/** Cuts at `length` characters, the last of which is then an ellipsis. */
export function cutTo(length: number, text: string): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, Math.max(0, length - 1)).join('')}…`;
}
