import { counted } from '../../counted';
import { dutyManager } from '../../escalation/chain';
import type { Notice } from '../../notice';
import { conflict } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { ReportImportBody } from './report-import.schema';

/**
 * Tells the duty manager once about everything that an import took in (docs/process.md "Old lists"); it is given to one
 * of the escalations that the import raised, so that the digest is as durable as any other notice.
 */
export const reportImport: CommandDefinition<ReportImportBody> = {
  name: 'report-import',
  title: 'Report an import',
  help: 'The end of an import: one digest for the duty manager, by mail and in the inbox.',
  by: ['the-raiser'],
  in: ['open'],
  ready(state) {
    if (!state.quiet)
      conflict('not-now', 'Only an escalation that was imported and is not active yet carries a report.');
  },
  perform(draft, { body }) {
    const { state } = draft;
    const duty = dutyManager(state, draft.now);
    const id = `${state.id}/import-digest.${state.seq + 1}/${duty?.id ?? ''}`;
    const notice = { kind: 'import-digest', via: 'mail', clockIds: [], text: digest(body) } as const;
    const notices: Notice[] = duty ? [{ ...notice, id, toId: duty.id }] : [];
    draft.emit('import.reported', { ...body, notices });
  },
};

function digest({ source, raised, already, skipped }: ReportImportBody): string {
  const taken = `${counted(raised, 'escalation was', 'escalations were')} imported from ${source}`;
  const beside = already > 0 ? `, beside ${already} that were there already` : '';
  const left = skipped > 0 ? `, ${skipped} of its rows could not be read` : '';
  return `${taken}${beside}${left}. Their clocks run, but remind nobody until somebody activates them.`;
}
