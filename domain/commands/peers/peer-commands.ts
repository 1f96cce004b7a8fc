import { absorb } from './absorb';
import { adoptChild, loseUmbrella, releaseChild } from './children';
import { dropLink, noteLink } from './links';
import type { PeerCommandDefinition } from './peer-command';
import { shareStep } from './share-step';

/** Everything that one escalation may ask of another. */
const PEER_COMMANDS = {
  absorb,
  'adopt-child': adoptChild,
  'release-child': releaseChild,
  'lose-umbrella': loseUmbrella,
  'share-step': shareStep,
  'note-link': noteLink,
  'drop-link': dropLink,
} as const;

/** The name of what one escalation may ask of another. */
export type PeerCommandName = keyof typeof PEER_COMMANDS;

/** The names of all of them. */
export const PEER_COMMAND_NAMES = Object.keys(PEER_COMMANDS) as PeerCommandName[];

/** Its definition, or undefined where there is no such thing. */
export function findPeerCommand(name: string): PeerCommandDefinition | undefined {
  return Object.hasOwn(PEER_COMMANDS, name) ? PEER_COMMANDS[name as PeerCommandName] : undefined;
}
