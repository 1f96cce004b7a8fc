/** A refusal in words for people: what it says about fields of the API is left to programs. */
export function refusalWords(detail: string): string {
  const sentences = detail.split(/(?<=[.!?])\s+/);
  const forPeople = sentences.filter((sentence) => !sentence.includes('sendAllTheSame'));
  return forPeople.length > 0 ? forPeople.join(' ') : detail;
}
