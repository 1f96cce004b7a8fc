import ts from 'typescript';
import { code, table, withGenerated } from './markdown';
import { parseSource } from './source-types';

const SOURCE = 'services/shared/config.ts';

/** What each variable is for; one that config.ts reads and nobody explains here fails the generation. */
const MEANINGS: Readonly<Record<string, string>> = {
  NODE_ENV: '`production` refuses every convenience of the demo.',
  UPSTAIRS_PORT: 'The HTTP port of the API; 0 chooses a free one (`npm start`).',
  UPSTAIRS_HOST: 'The address that the API listens on. Empty: 127.0.0.1 and ::1.',
  UPSTAIRS_DATA: 'The folder for embedded databases, caches, logs and demo keys.',
  UPSTAIRS_DEMO: 'Demo people, time machine, mailbox. Set by `npm start`; refused in production.',
  UPSTAIRS_PUBLIC_URL:
    'The address under which people reach Upstairs, for links in mails. Absent: localhost with the port.',
  UPSTAIRS_MAIL_FROM: 'The sender of all mail.',
  UPSTAIRS_OIDC_ISSUER:
    'The OpenID Connect provider that people sign in with. Absent: `npm start` runs the one of the demo; else nobody signs in, and keys alone open.',
  UPSTAIRS_OIDC_CLIENT_ID: 'What the provider knows us as.',
  UPSTAIRS_OIDC_CLIENT_SECRET: 'The secret for it. Absent: a public client, by PKCE alone.',
  UPSTAIRS_OIDC_SCOPES: 'What we ask the provider for.',
  UPSTAIRS_OIDC_PERSON_CLAIM: "The claim that holds a person's id in the directory; `email`: their mail address.",
  UPSTAIRS_OIDC_ROLES_CLAIM: 'The claim that holds their groups, such as `groups` or `realm_access.roles`.',
  UPSTAIRS_OIDC_ROLE_MAP:
    'Which groups give which roles, as JSON: `{ "support-leads": ["manager"] }`. Goes with the roles claim.',
  UPSTAIRS_OIDC_PROVIDER_NAME: 'What the provider is called on our pages. Absent: the host of its address.',
  UPSTAIRS_SESSION_SECRET:
    'Signs the cookies, 32 characters or more, the same for every API process. Absent: kept in the data folder; needed in production.',
  UPSTAIRS_SESSION_IDLE: 'A session ends when nothing was asked in it for so long.',
  UPSTAIRS_SESSION_LIFETIME: 'A session ends so long after signing in, whatever happens in it.',
  UPSTAIRS_DEFINITION_FILE:
    'A JSON file with what the company counts as an escalation (`title`, `text`, `scope`, `origin`), shown where one is raised. Absent: as shipped.',
  UPSTAIRS_API: 'Where the command line finds the API. Absent: localhost with the port.',
  UPSTAIRS_KEY: 'The key of the command line.',
  DATABASE_URL: 'Postgres 15 or newer. Absent: `npm start` runs an embedded one.',
  TEMPORAL_ADDRESS:
    'host:port of the Temporal frontend. Absent: `npm start` runs one; a single service asks the profile.',
  TEMPORAL_NAMESPACE: "The namespace. `default` leaves it to Temporal's own profile, where there is one.",
  TEMPORAL_UI_URL: "Where Temporal's web interface is, for the link on our home page.",
  SMTP_URL: 'The mail server: smtp://user:password@host:port. Absent: `npm start` runs a sink.',
  LOG_LEVEL: 'How much the processes log.',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'Where traces go, by OTLP over HTTP. Absent: nowhere.',
};

/** The table of variables in docs/operations.md, from the one place that reads them. */
export const configTableGenerator = {
  path: 'docs/operations.md',
  async content(): Promise<string> {
    const variables = await readVariables();
    checkMeanings(variables.map(({ name }) => name));
    const rows = variables.map(({ name, fallback }) => [
      code(name),
      fallback === '' ? '—' : code(fallback),
      MEANINGS[name] ?? '',
    ]);
    return withGenerated('docs/operations.md', 'config', table(['Variable', 'Default', 'What it is'], rows));
  },
};

interface Variable {
  name: string;
  /** As it is written in an environment; empty where there is none. */
  fallback: string;
}

async function readVariables(): Promise<Variable[]> {
  const source = await parseSource(SOURCE);
  const schema = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find(({ name }) => name.getText() === 'variables')?.initializer;
  const shape = schema && ts.isCallExpression(schema) ? schema.arguments[0] : undefined;
  if (!shape || !ts.isObjectLiteralExpression(shape)) throw new Error(`${SOURCE} has no schema of its variables`);
  return shape.properties.filter(ts.isPropertyAssignment).map((property) => ({
    name: property.name.getText(),
    fallback: defaultOf(property.initializer),
  }));
}

/** The argument of the last `.default(…)`. */
function defaultOf(expression: ts.Expression): string {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return '';
  const argument = expression.arguments[0];
  if (expression.expression.name.text !== 'default' || !argument) return defaultOf(expression.expression.expression);
  return ts.isStringLiteral(argument) ? argument.text : argument.getText().replaceAll('_', '');
}

function checkMeanings(names: readonly string[]): void {
  const missing = names.filter((name) => !(name in MEANINGS));
  const gone = Object.keys(MEANINGS).filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Error(`${SOURCE} reads ${missing.join(', ')}: say what for in infra/generators/config-table.ts`);
  if (gone.length > 0) throw new Error(`${SOURCE} no longer reads ${gone.join(', ')}`);
}
