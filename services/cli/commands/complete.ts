import { Command } from 'commander';
import { actsAsDemoPeople, addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import type { EscalationView } from '../api/views';
import { addBodyOptions, readBody } from './body-input';
import type { BodyOptions } from './body-input';
import { printJson } from './context';
import type { Context } from './context';
import { printStanding } from './show-escalation';

interface ChangeOptions extends ConnectionOptions, BodyOptions {
  idempotencyKey?: string;
  json?: boolean;
}

/** `upstairs complete`: completes a step. */
export function completeCommand(context: Context): Command {
  const command = new Command('complete')
    .description('complete a step')
    .argument('<ref>', 'the escalation: its ref (UP-1042) or id')
    .argument('<step>', 'intake, investigation, solution, customer-update, closure, check-in, or another of its plan');
  return changeOptions(command, 'a manager for intake, the CSM for check-in, else the owner').action(
    async (ref: string, step: string, options: ChangeOptions) => {
      const as = actsAsDemoPeople(context.config, options) ? await whoCompletes(context, ref, step, options) : [];
      await change(context, ref, `steps/${encodeURIComponent(step)}`, options, as);
    },
  );
}

/** `upstairs command`: everything else a person can do. */
export function commandCommand(context: Context): Command {
  const command = new Command('command')
    .description('do anything else: take-charge, amend, reassign, add-note, keep-commitment, withdraw …')
    .argument('<ref>', 'the escalation: its ref (UP-1042) or id')
    .argument('<name>', 'the command; `upstairs show` lists those that you may give now');
  return changeOptions(command, 'manager').action((ref: string, name: string, options: ChangeOptions) =>
    change(context, ref, `commands/${encodeURIComponent(name)}`, options, ['manager', 'director']),
  );
}

function changeOptions(command: Command, usuallyAs: string): Command {
  command
    .option('--idempotency-key <key>', 'makes it safe to send the same again')
    .option('--json', "print the API's answer");
  return addConnectionOptions(addBodyOptions(command), usuallyAs);
}

async function change(
  { terminal, config }: Context,
  ref: string,
  route: string,
  options: ChangeOptions,
  usuallyAs: readonly string[],
): Promise<void> {
  const body = readBody(options);
  const api = connect(config, options, ...usuallyAs);
  const path = `/v1/escalations/${encodeURIComponent(ref)}/${route}`;
  const escalation = await api.post<EscalationView>(path, body, options.idempotencyKey);
  if (options.json) return printJson(terminal, escalation);
  printStanding(terminal, escalation);
}

/** In a demo, those whose step it is, best first. */
async function whoCompletes(context: Context, ref: string, step: string, options: ChangeOptions): Promise<string[]> {
  if (step === 'intake') return ['manager', 'director'];
  const reader = connect(context.config, options, 'manager', 'director');
  const { owner, account } = await reader.get<EscalationView>(`/v1/escalations/${encodeURIComponent(ref)}`);
  if (step === 'check-in') return [...(account.csmId ? [account.csmId] : []), 'csm'];
  return [...(owner ? [owner.id] : []), 'owner'];
}
