import { Command, Option } from 'commander';
import { DOORS, ORIGINS, SCOPES, SEVERITIES, TIERS } from '../../../domain/intake';
import { addConnectionOptions, connect } from '../api/connection';
import type { ConnectionOptions } from '../api/connection';
import type { EscalationView } from '../api/views';
import { wrongUsage } from '../failure';
import { ValueProblem, currencyIn, readMinorUnits } from '../import/values';
import { addBodyOptions, readBody } from './body-input';
import type { BodyOptions } from './body-input';
import { printJson } from './context';
import type { Context } from './context';
import { printEscalation } from './show-escalation';

/** Each option that is one field of the body, and which. */
const FIELD_OF_OPTION = {
  account: 'account.name',
  tier: 'account.tier',
  customerSince: 'account.customerSince',
  csm: 'account.csmId',
  summary: 'summary',
  narrative: 'narrative',
  severity: 'severity',
  scope: 'scope',
  origin: 'origin',
  door: 'door',
  contactName: 'contact.name',
  contactEmail: 'contact.email',
  receivedAt: 'receivedAt',
  externalRef: 'externalRef',
  public: 'public',
  threatensPublic: 'threatensPublic',
  threatensLegal: 'threatensLegal',
} as const;

type FieldOptions = Partial<Record<keyof typeof FIELD_OF_OPTION, string | boolean>>;

interface RaiseOptions extends ConnectionOptions, BodyOptions, FieldOptions {
  arr?: string;
  idempotencyKey?: string;
  json?: boolean;
}

/** `upstairs raise`: takes a complaint upstairs. */
export function raiseCommand(context: Context): Command {
  const command = new Command('raise')
    .description('raise an escalation')
    .option('--account <name>', 'the customer; required')
    .option('--summary <text>', 'what it is about, in at most 300 characters; required')
    .option('--narrative <text>', 'the whole complaint')
    .addOption(new Option('--door <door>', 'how it came in').choices(DOORS).default('internal-tool'))
    .addOption(new Option('--severity <severity>', 'what kind of trouble').choices(SEVERITIES))
    .addOption(new Option('--tier <tier>', 'unknown counts as enterprise').choices(TIERS))
    .addOption(new Option('--scope <scope>', 'whom it hits').choices(SCOPES))
    .addOption(new Option('--origin <origin>', 'where it arose').choices(ORIGINS))
    .option('--arr <money>', 'annual recurring revenue, in whole units with its currency: "480000 USD"')
    .option('--customer-since <day>', 'YYYY-MM-DD')
    .option('--csm <person-id>', "the account's customer success manager")
    .option('--contact-name <name>', "the customer's person")
    .option('--contact-email <address>', 'needed before the first message by mail')
    .option('--public', 'the complaint is public')
    .option('--threatens-public', 'the customer threatens to go public')
    .option('--threatens-legal', 'the customer threatens legal action')
    .option('--received-at <moment>', 'ISO 8601; the 2 h run from it; absent: now')
    .option('--external-ref <ref>', 'its id elsewhere: the same one again gives the escalation that exists')
    .option('--idempotency-key <key>', 'makes it safe to send the same raise again')
    .option('--json', "print the API's answer")
    .addHelpText('after', '\nFields of the policy: --field custom.region=EMEA');
  return addConnectionOptions(addBodyOptions(command), 'agent').action((options: RaiseOptions) =>
    raise(context, options),
  );
}

async function raise({ terminal, config }: Context, options: RaiseOptions): Promise<void> {
  const api = connect(config, options, 'agent');
  const answer = await api.send('POST', '/v1/escalations', {
    body: bodyOf(options),
    idempotencyKey: options.idempotencyKey,
  });
  const escalation = answer.body as EscalationView;
  if (options.json) return printJson(terminal, escalation);
  terminal.out(answer.status === 201 ? `Raised ${escalation.ref}.\n` : `${escalation.ref} is there already.\n`);
  printEscalation(terminal, escalation);
}

function bodyOf(options: RaiseOptions): Record<string, unknown> {
  const field: string[] = [];
  for (const [option, path] of Object.entries(FIELD_OF_OPTION)) {
    const value = options[option as keyof FieldOptions];
    if (value !== undefined) field.push(`${path}=${JSON.stringify(value)}`);
  }
  if (options.arr !== undefined) field.push(`account.arr=${JSON.stringify(moneyOf(options.arr))}`);
  return readBody({ body: options.body, field: [...field, ...options.field] });
}

/** An amount in whole units with its currency, as the API takes it. */
function moneyOf(given: string): { amount: number; currency: string } {
  const currency = currencyIn(given) ?? wrongUsage(`--arr ${given}: name its currency, such as "480000 USD".`);
  try {
    return { amount: readMinorUnits('--arr', given, currency), currency };
  } catch (error) {
    if (!(error instanceof ValueProblem)) throw error;
    return wrongUsage(`${error.message}.`);
  }
}
