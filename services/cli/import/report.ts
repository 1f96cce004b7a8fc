import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../api/client';
import { ApiRefusal } from '../api/problem';
import type { Terminal } from '../output/terminal';
import { countsInWords } from './progress';
import type { ImportCounts } from './progress';

/** Says at the end what an import did. */
export function reportCounts(terminal: Terminal, counts: ImportCounts, dryRun: boolean): void {
  const { rows, bad, raised, cleaned, shortened } = counts;
  if (dryRun)
    terminal.out(`${rows} rows read: ${rows - bad} could be raised, ${bad} could not. Nothing was raised (dry run).`);
  else terminal.out(`${rows} rows read: ${countsInWords(counts)}.`);
  if (shortened > 0)
    terminal.out(`${shortened} long texts were shortened; a shortened summary is whole in the narrative.`);
  if (cleaned > 0) terminal.out(`Control characters were removed from ${cleaned} rows.`);
  if (raised > 0) terminal.out('What was raised is quiet until somebody activates it: upstairs command REF activate');
}

/** Has the duty manager told once about everything that was raised; what goes wrong with that fails nothing. */
export async function sendDigest(
  terminal: Terminal,
  api: ApiClient,
  source: string,
  counts: ImportCounts,
): Promise<void> {
  const { raised, already, bad: skipped, firstRaisedId } = counts;
  if (firstRaisedId === null) return;
  try {
    const path = `/v1/escalations/${firstRaisedId}/commands/report-import`;
    await api.post(path, { source, raised, already, skipped }, randomUUID());
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    terminal.err(`The duty manager was not told about this import: ${error.message}`);
  }
}
