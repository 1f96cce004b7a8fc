import { activate } from './activate/activate';
import { addNote } from './add-note/add-note';
import { amend } from './amend/amend';
import type { CommandDefinition } from './command';
import { interimUpdate } from './interim-update/interim-update';
import { keepCommitment } from './keep-commitment/keep-commitment';
import { reassign } from './reassign/reassign';
import { recordContact } from './record-contact/record-contact';
import { reopen } from './reopen/reopen';
import { reportImport } from './report-import/report-import';
import { takeCharge } from './take-charge/take-charge';
import { withdraw } from './withdraw/withdraw';

/** Every command. */
export const COMMANDS = {
  'take-charge': takeCharge,
  amend,
  reassign,
  'interim-update': interimUpdate,
  'record-contact': recordContact,
  'keep-commitment': keepCommitment,
  'add-note': addNote,
  reopen,
  withdraw,
  activate,
  'report-import': reportImport,
} as const;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The definition of a command, or undefined where there is no such command. */
export function findCommand(name: string): CommandDefinition | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName] : undefined;
}
