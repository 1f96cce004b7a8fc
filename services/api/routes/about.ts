import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { aboutSchema, type AboutView } from '../views/about.schema';

/** `GET /v1/about`: asked before anybody has signed in. */
export const aboutEndpoint: AnyEndpoint = endpoint({
  id: 'about',
  method: 'get',
  path: '/v1/about',
  tag: 'System',
  summary: 'Which system this is, and what the company counts as an escalation',
  answers: { 200: { description: 'About this system.', schema: aboutSchema } },
  problems: [],
  public: true,
  handle: ({ deps: { config, definition } }) => {
    const { title, text, scope, origin } = definition;
    return ok({
      name: 'Upstairs',
      version: VERSION,
      demo: config.demo,
      temporalUiUrl: config.temporalUiUrl,
      definition: { title, text: [...text], scope: [...scope], origin: [...origin] },
    } satisfies AboutView);
  },
});

const VERSION = versionOf(__dirname);

/** The sources and their compiled copy in dist/ share the one package.json above them. */
function versionOf(folder: string): string {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return versionOf(dirname(folder));
  }
}
