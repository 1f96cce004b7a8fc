import { ApiProblem, Unreached } from './problem';
import { announceSessionEnded } from './request';

/**
 * Calls an endpoint that answers with a line of JSON at a time, and hands over each as it comes.
 * @throws ApiProblem where it refuses, Unreached where it does not answer or breaks off.
 */
export async function streamedLines(
  path: string,
  { body, signal, onLine }: { body: unknown; signal: AbortSignal; onLine: (line: unknown) => void },
): Promise<void> {
  const response = await opened(path, body, signal);
  if (!response.ok || !response.body) {
    if (response.status === 401) announceSessionEnded();
    throw new ApiProblem(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim()) onLine(JSON.parse(line));
    }
    if (rest.trim()) onLine(JSON.parse(rest));
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Unreached('The answer broke off', { cause: error });
  }
}

async function opened(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
  const headers = { Accept: 'application/x-ndjson, application/problem+json', 'Content-Type': 'application/json' };
  try {
    return await fetch(path, {
      ...{ method: 'POST', headers, credentials: 'same-origin' as const },
      ...{ body: JSON.stringify(body), signal },
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Unreached('The server was not reached', { cause: error });
  }
}
