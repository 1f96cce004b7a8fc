import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import { useShortcut } from '../../keyboard/shortcuts';
import { classes } from '../../ui/classes';
import { inputClasses } from '../../ui/field';
import { accountCalled, useQueryNames, useRememberAccount } from './filter-names';
import { readQueryText, writeQueryText } from './query-text';
import { useBoard, useGoTo } from './use-board';

const PAUSE_MS = 300;

/** The whole query as text: what is typed here stands in the address, and what stands there is written here. */
export function QueryInput(): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { typed, setTyped, problems, apply } = useTypedQuery();
  useShortcut({ keys: '/', what: 'Search and filter', group: 'This page' }, () => input.current?.select());
  return (
    <div className="min-w-0 flex-1 basis-72">
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <input
          ref={input}
          type="search"
          aria-label="Search and filter"
          {...{ 'aria-describedby': `${id}-problems`, 'aria-invalid': problems.length > 0 ? true : undefined }}
          {...{
            spellCheck: false,
            autoComplete: 'off',
            autoCapitalize: 'off',
            maxLength: 1_000,
            enterKeyHint: 'search',
          }}
          placeholder="Words, or level:P1 owner:me overdue:true"
          title="Press / to come here"
          className={classes(inputClasses, 'pl-9')}
          value={typed}
          onChange={({ target: { value } }) => setTyped(value)}
          onBlur={() => apply()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply();
            if (event.key === 'Escape' && typed === '') input.current?.blur();
          }}
        />
      </div>
      <div id={`${id}-problems`} role="status">
        {problems.map((problem) => (
          <p key={problem} className="pt-1 text-sm text-danger">
            {problem}
          </p>
        ))}
      </div>
    </div>
  );
}

interface TypedQuery {
  typed: string;
  setTyped: (text: string) => void;
  problems: readonly string[];
  apply: () => void;
}

/** What is typed, until one pauses; then it becomes the address, without a step for Back for every letter. */
function useTypedQuery(): TypedQuery {
  const { search } = useBoard();
  const goTo = useGoTo();
  const names = useQueryNames();
  const remember = useRememberAccount();
  const [draft, setDraft] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const apply = async (text: string | null, settle: boolean) => {
    if (text === null) return;
    const unknown: string[] = [];
    let read = readQueryText(text, names);
    for (const name of read.accountsToFind) {
      const account = await accountCalled(name).catch(() => null);
      if (account) remember(account);
      else unknown.push(`No account is called “${name}”.`);
    }
    if (read.accountsToFind.length > 0) read = readQueryText(text, names);
    const { layout, sort, folded } = search;
    setProblems([...read.problems, ...unknown]);
    goTo({ layout, sort, folded, ...read.filters }, 'replace');
    if (settle && read.problems.length + unknown.length === 0) setDraft(null);
  };
  const applyLater = useEffectEvent((text: string | null) => void apply(text, false));
  useEffect(() => {
    const timer = setTimeout(() => applyLater(draft), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  return {
    typed: draft ?? writeQueryText(search, names),
    setTyped: setDraft,
    problems,
    apply: () => void apply(draft, true),
  };
}
