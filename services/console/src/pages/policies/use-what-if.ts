import { useEffect, useRef, useState } from 'react';
import type { WhatIfView } from '../../../../api/views/what-if.schema';
import { draftPath } from '../../api/policies';
import { ApiProblem } from '../../api/problem';
import { streamedLines } from '../../api/streamed-lines';

/** How far it is. */
interface Progress {
  done: number;
  total: number;
}

type Line =
  { progress: Progress } | { result: WhatIfView } | { problem: { status?: number } & Record<string, unknown> };

interface WhatIf {
  /** null: nothing is under way. */
  progress: Progress | null;
  result: WhatIfView | null;
  error: unknown;
  start: (days: number) => Promise<void>;
  cancel: () => void;
}

/** Tries a draft on what was; whoever leaves the page ends it. */
export function useWhatIf(draftId: string): WhatIf {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<WhatIfView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const take = (line: unknown) => {
    const told = line as Line;
    if ('progress' in told) setProgress(told.progress);
    else if ('result' in told) setResult(told.result);
    else throw new ApiProblem(told.problem.status ?? 500, told.problem);
  };
  const start = async (days: number) => {
    const leaving = new AbortController();
    running.current?.abort();
    running.current = leaving;
    setProgress({ done: 0, total: 0 });
    setResult(null);
    setError(null);
    try {
      const path = `${draftPath(draftId)}/what-if`;
      await streamedLines(path, { body: { days }, signal: leaving.signal, onLine: take });
    } catch (wrong) {
      if (!leaving.signal.aborted) setError(wrong);
    } finally {
      if (running.current === leaving) setProgress(null);
    }
  };
  return { progress, result, error, start, cancel: () => running.current?.abort() };
}
