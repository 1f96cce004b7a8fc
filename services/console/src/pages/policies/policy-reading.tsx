import type { ReactNode } from 'react';
import { usePeople } from '../../api/people';
import { Card } from '../../ui/card';
import { clockWords } from '../../words/clock-words';
import { sectionsOf, type Written } from './policy-sections';

/** A policy as people read it, by what it is about. */
export function PolicyReading({ policy }: { policy: Written }): ReactNode {
  return (
    <div className="grid items-start gap-4 *:min-w-0 lg:grid-cols-2">
      {sectionsOf(policy).map(({ title, about, lines }) => (
        <Card key={title} title={title}>
          <p className="mb-2 text-sm text-ink-soft">{about}</p>
          <dl className="divide-y divide-line">
            {lines.map(({ path, words }) => (
              <div key={path} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                <dt className="text-ink-soft wrap-anywhere">
                  <PathWords path={path} isShort />
                </dt>
                <dd className="tabular ml-auto text-right font-medium wrap-anywhere" dir="auto">
                  <Said path={path} words={words} />
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
    </div>
  );
}

/** Where something stands in a policy, with a clock by its words; short, where the section is named above it. */
export function PathWords({ path, isShort }: { path: string; isShort?: boolean }): ReactNode {
  const parts = path.split(' › ');
  const words = parts.map((part, index) => (parts[index - 1] === 'clocks' ? clockWords(part) : capital(part)));
  return words.slice(isShort && words.length > 2 ? 1 : 0).join(' › ');
}

/** What is said there; people by their names. */
export function Said({ path, words }: { path: string; words: string }): ReactNode {
  const people = usePeople();
  if (!/ ids$/.test(path)) return words;
  return words
    .split(', ')
    .map((id) => people.find((person) => person.id === id)?.name ?? id)
    .join(', ');
}

function capital(part: string): string {
  if (part === 'vp') return 'VP';
  const words = part.replace(/ ids$/, 's').replace(/^(from|to) hour$/, '$1');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
