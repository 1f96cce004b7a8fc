/** A moment as the server writes it in a sentence. */
const WRITTEN = /(\d{4}-\d\d-\d\d \d\d:\d\d UTC)/;

/** A sentence of the server in pieces: each moment in it by itself, with the instant that it names. */
export function momentsIn(text: string): { text: string; at: number | null }[] {
  return text
    .split(WRITTEN)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const at = WRITTEN.test(piece) ? Date.parse(piece.replace(' ', 'T').replace(' UTC', 'Z')) : NaN;
      return { text: piece, at: Number.isNaN(at) ? null : at };
    });
}
