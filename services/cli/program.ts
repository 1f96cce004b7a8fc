import { Command, CommanderError } from 'commander';
import { InvalidConfig, loadConfig } from '../shared/config';
import { accountsCommand } from './commands/accounts';
import { childrenCommand } from './commands/children';
import { commandCommand, completeCommand } from './commands/complete';
import type { Context } from './commands/context';
import { demoCommand } from './commands/demo';
import { dutyCommand } from './commands/duty';
import { explainCommand } from './commands/explain';
import { importCommand } from './commands/import';
import { keysCommand } from './commands/keys';
import { listCommand } from './commands/list';
import { peopleCommand } from './commands/people';
import { policiesCommand } from './commands/policies';
import { raiseCommand } from './commands/raise';
import { rebuildCommand, verifyReadModelCommand } from './commands/read-model';
import { showCommand } from './commands/show';
import { sponsorsCommand } from './commands/sponsors';
import { statusCommand } from './commands/status';
import { timelineCommand } from './commands/timeline';
import { EXIT, EXIT_CODES_HELP } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { CliFailure } from './failure';
import { oneLine } from './output/printable';
import { endQuietlyWithReader, processTerminal } from './output/terminal';
import type { Terminal } from './output/terminal';

const HELP = `
Every command reaches Upstairs by its HTTP API (rebuild and verify-read-model use the servers behind it): at --api or
UPSTAIRS_API, with the key --key or UPSTAIRS_KEY. Beside a demo system the keys of its people are read from its data
folder (UPSTAIRS_DATA), and --as chooses among them by id, name or role.

${EXIT_CODES_HELP}`;

/** Runs a command line and gives the exit code; what went wrong is told on stderr. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  endQuietlyWithReader();
  const terminal = processTerminal();
  try {
    await program({ terminal, config: loadConfig() }).parseAsync(argv);
    return EXIT.done;
  } catch (error) {
    return tell(terminal, error);
  }
}

function program(context: Context): Command {
  const upstairs = new Command('upstairs')
    .description('Executive escalations: acknowledged, owned, answered and checked on, until the cause is cured.')
    .addHelpText('after', HELP);
  for (const make of [
    raiseCommand,
    listCommand,
    showCommand,
    timelineCommand,
    explainCommand,
    completeCommand,
    commandCommand,
    statusCommand,
    importCommand,
    childrenCommand,
    peopleCommand,
    dutyCommand,
    accountsCommand,
    sponsorsCommand,
    policiesCommand,
    keysCommand,
    rebuildCommand,
    verifyReadModelCommand,
    demoCommand,
  ]) {
    upstairs.addCommand(make(context));
  }
  for (const command of withSubcommands(upstairs)) command.exitOverride().showHelpAfterError('(--help says more)');
  return upstairs;
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

function tell(terminal: Terminal, error: unknown): ExitCode {
  // Commander has written its own words already; asking for help is no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof InvalidConfig) {
    terminal.err(error.message);
    return EXIT.usage;
  }
  if (error instanceof CliFailure) {
    terminal.err(oneLine(error.message));
    for (const detail of error.details) terminal.err(`  ${oneLine(detail)}`);
    return error.exitCode;
  }
  terminal.err('This is a defect of upstairs:');
  terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
