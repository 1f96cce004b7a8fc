import { pathOf, type FieldSchema } from './field-schema';

/** A field as a list of what is wrong names it: `Commitment 1: By when`. */
export function fieldWords(schema: FieldSchema, pointer: string): string {
  const words: string[] = [];
  let here: FieldSchema | undefined = schema;
  for (const part of pathOf(pointer)) {
    const inList: boolean = here?.type === 'array';
    here = inList ? here?.items : here?.properties?.[part];
    if (inList) words.push(`${words.pop() ?? ''} ${Number(part) + 1}`.trim());
    else words.push(here?.title ?? part);
  }
  return words.join(': ');
}
