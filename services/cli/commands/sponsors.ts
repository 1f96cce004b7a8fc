import { Command } from 'commander';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import { printTable } from '../output/table';
import { printJson } from './context';
import type { Context } from './context';

interface SponsorItem {
  person: { id: string; name: string; title: string };
  open: number;
  openByLevel: Record<string, number>;
  accounts: number;
  briefs: number;
}

type Options = ConnectionOptions & { json?: boolean };

/** `upstairs sponsors`: what each executive lends their weight to. */
export function sponsorsCommand(context: Context): Command {
  const command = new Command('sponsors')
    .description('what each executive sponsors: open escalations by level, accounts, briefs of the last 30 days')
    .option('--json', "print the API's answer");
  return addConnectionOptions(command, 'manager').action((options: Options) => listSponsors(context, options));
}

async function listSponsors({ terminal, config }: Context, options: Options): Promise<void> {
  const api = connect(config, options, 'manager', 'director');
  const answer = await api.get<{ sponsors: SponsorItem[] }>('/v1/sponsors');
  if (options.json) return printJson(terminal, answer);
  printTable(
    terminal,
    [
      { title: 'NAME', of: ({ person }) => person.name },
      { title: 'TITLE', of: ({ person }) => person.title, gives: true },
      { title: 'OPEN', of: ({ open }) => String(open), align: 'right' },
      { title: 'BY LEVEL', of: levelsInWords },
      { title: 'ACCOUNTS', of: ({ accounts }) => String(accounts), align: 'right' },
      { title: 'BRIEFS', of: ({ briefs }) => String(briefs), align: 'right' },
      { title: 'ID', of: ({ person }) => person.id },
    ],
    answer.sponsors,
  );
}

function levelsInWords({ openByLevel }: SponsorItem): string | null {
  const held = Object.entries(openByLevel).filter(([, number]) => number > 0);
  return held.length === 0 ? null : held.map(([level, number]) => `${level} ${number}`).join(', ');
}
