import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import type { EscalationView } from '../api/views';
import { printJson } from './context';
import type { Context } from './context';
import { printEscalation } from './show-escalation';

interface ShowOptions extends ConnectionOptions {
  json?: boolean;
}

/** `upstairs show`: one escalation. */
export function showCommand(context: Context): Command {
  const command = new Command('show')
    .description('show one escalation: its steps, clocks and promises, and what you may do')
    .argument('<ref>', 'its ref (UP-1042) or id')
    .option('--json', "print the API's answer");
  return addConnectionOptions(command, 'manager').action((ref: string, options: ShowOptions) =>
    show(context, ref, options),
  );
}

async function show({ terminal, config }: Context, ref: string, options: ShowOptions): Promise<void> {
  const api = connect(config, options, 'manager', 'director');
  const escalation = await api.get<EscalationView>(`/v1/escalations/${encodeURIComponent(ref)}`);
  if (options.json) return printJson(terminal, escalation);
  printEscalation(terminal, escalation);
}
