import { Command } from 'commander';
import { closuresFromIcs } from '../../shared/calendars/ics-closures';
import { isZone } from '../../shared/store/zones';
import { addConnectionOptions, connect } from '../api/connection';
import { allItems } from '../api/pages';
import { EXIT } from '../exit-codes';
import { CliFailure, wrongUsage } from '../failure';
import { readInput } from '../input-file';
import { printTable } from '../output/table';
import { moment } from '../output/when';
import type { ApprovalOptions, DraftOptions } from '../policies/drafts';
import {
  approveDraft,
  compareDraft,
  listDrafts,
  moveDraft,
  showDraft,
  withdrawDraft,
  writeDraft,
} from '../policies/drafts';
import type { PolicyOptions } from '../policies/options';
import type { PolicyVersion, WholePolicy } from '../policies/views';
import { tryDraft } from '../policies/what-if';
import { printJson } from './context';
import type { Context } from './context';

/** `upstairs policies`: what escalations go by, and drafts of the next version. */
export function policiesCommand(context: Context): Command {
  const policies = new Command('policies').description('the policy: its versions, drafts, what they would change');
  const add = (command: Command, usually = 'director') =>
    policies.addCommand(addConnectionOptions(command.option('--json', "print the API's answer"), usually));
  add(versionList(context), 'manager');
  add(versionShow(context), 'manager');
  add(draftCommand(context));
  add(
    new Command('drafts')
      .description('list the open drafts')
      .action((options: PolicyOptions) => listDrafts(context, options)),
  );
  add(compareCommand(context));
  add(whatIfCommand(context));
  add(submitCommand(context));
  add(approveCommand(context), 'vp');
  add(refuseCommand(context), 'vp');
  add(
    onDraft('withdraw', 'take a draft back').action((id: string, options: PolicyOptions) =>
      withdrawDraft(context, id, options),
    ),
  );
  policies.addCommand(closuresCommand(context));
  return policies;
}

function onDraft(name: string, description: string): Command {
  return new Command(name).description(description).argument('<id>', 'as `policies drafts` lists it');
}

function versionList({ terminal, config }: Context): Command {
  return new Command('list').description('list the versions').action(async (options: PolicyOptions) => {
    const api = connect(config, options, 'manager', 'director');
    const versions: PolicyVersion[] = [];
    for await (const version of allItems<PolicyVersion>(api, '/v1/policies', {})) versions.push(version);
    if (options.json) return versions.forEach((version) => terminal.out(JSON.stringify(version)));
    printTable(
      terminal,
      [
        { title: 'VERSION', of: ({ version }) => version, align: 'right' },
        { title: 'STATE', of: ({ state }) => state },
        { title: 'FROM', of: ({ effectiveFrom }) => (effectiveFrom ? moment(effectiveFrom) : 'as shipped') },
        { title: 'DRAFTED BY', of: ({ draftedBy }) => draftedBy?.name },
        { title: 'APPROVED BY', of: ({ approvedBy }) => approvedBy?.name },
        { title: 'NOTE', of: ({ note }) => note, gives: true },
      ],
      versions,
    );
  });
}

function versionShow(context: Context): Command {
  const { terminal, config } = context;
  return new Command('show')
    .description('print a version as it is written: edit it, and draft it back')
    .argument('[version]', 'its number; left out, the present one')
    .option('--draft <id>', 'print this draft instead')
    .action(async (version: string | undefined, options: PolicyOptions & { draft?: string }) => {
      if (options.draft !== undefined) return showDraft(context, options.draft, options);
      const api = connect(config, options, 'manager', 'director');
      const shown = await api.get<WholePolicy>(`/v1/policies/${encodeURIComponent(version ?? 'current')}`);
      if (options.json) return printJson(terminal, shown);
      terminal.err(`Version ${shown.version}, ${shown.state}`);
      printJson(terminal, shown.policy);
    });
}

function draftCommand(context: Context): Command {
  return new Command('draft')
    .description('write a draft from a file')
    .argument('<file>', 'a policy as `policies show` prints it; - for stdin')
    .option('--title <text>', 'what it is about')
    .option('--draft <id>', 'write this draft anew instead of beginning one')
    .option('--revision <number>', 'with --draft: the revision that the file was made from')
    .option('--based-on <version>', 'the version that it was made from (usually the newest)')
    .action((file: string, options: DraftOptions) => writeDraft(context, file, options));
}

function compareCommand(context: Context): Command {
  return onDraft('compare', 'show what a draft says differently')
    .option('--with <version>', 'from this version (usually the present one)')
    .action((id: string, options: PolicyOptions & { with?: string }) => compareDraft(context, id, options));
}

function whatIfCommand(context: Context): Command {
  return onDraft('what-if', 'try a draft on the escalations of the last days')
    .option('--days <count>', 'raised so far back', '90')
    .action((id: string, options: PolicyOptions & { days: string }) => tryDraft(context, id, options));
}

function submitCommand(context: Context): Command {
  return onDraft('submit', 'submit a draft for a second person').action((id: string, options: PolicyOptions) =>
    moveDraft(context, { id, move: 'submit', body: {} }, options),
  );
}

function approveCommand(context: Context): Command {
  return onDraft('approve', 'put a draft of somebody else in force')
    .option('--revision <number>', 'the revision that you have looked at')
    .option('--note <text>', 'why')
    .option('--from <moment>', 'from when, ISO 8601 (usually at once)')
    .action((id: string, options: ApprovalOptions) => approveDraft(context, id, options));
}

function refuseCommand(context: Context): Command {
  return onDraft('refuse', 'send a draft back')
    .requiredOption('--note <text>', 'what is to change')
    .action((id: string, options: PolicyOptions & { note: string }) =>
      moveDraft(context, { id, move: 'refuse', body: { note: options.note } }, options),
    );
}

function closuresCommand({ terminal }: Context): Command {
  return new Command('closures')
    .description('print the closed days of an ICS file, for `closures` of a calendar')
    .argument('<file>', 'an .ics file')
    .requiredOption('--zone <name>', 'the zone of the calendar, for times without one')
    .action((file: string, { zone }: { zone: string }) => {
      if (!isZone(zone)) wrongUsage(`--zone ${zone}: there is no such time zone.`);
      const { closures, problems } = closuresFromIcs(readInput(file), zone);
      printJson(terminal, closures);
      if (problems.length === 0) return;
      const lines = problems.map(({ line, detail }) => `line ${line}: ${detail}`);
      throw new CliFailure(EXIT.failed, `${problems.length} entries of ${file} were left out:`, lines);
    });
}
