/** The import direction of docs/architecture.md: domain <- workflows <- (types only) activities <- services. */
const workflowSdk = '^node_modules/@temporalio/(workflow|common)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle means that two files are one concept, or that a third one is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.test\\.ts$', '^tests/support/global-teardown\\.ts$', '\\.(js|cjs|mjs)$'],
      },
      to: {},
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-is-pure',
      comment: 'The core imports itself alone; zod belongs to the schemas beside it.',
      severity: 'error',
      from: { path: '^domain/', pathNot: ['\\.schema\\.ts$', '(^|/)schemas\\.ts$'] },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'schemas-import-zod-alone',
      severity: 'error',
      from: { path: '^domain/.*(\\.schema|/schemas)\\.ts$' },
      to: { pathNot: ['^domain/', '^node_modules/zod/'] },
    },
    {
      name: 'no-schema-where-it-is-replayed',
      comment: 'zod in the sandbox of every cached workflow would cost four times the memory.',
      severity: 'error',
      from: { path: '^(domain|workflows)/', pathNot: ['\\.schema\\.ts$', '(^|/)schemas\\.ts$'] },
      to: { path: '^domain/.*(\\.schema|/schemas)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-are-shells',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { pathNot: ['^(workflows|domain|activities)/', workflowSdk, '^node_modules/@opentelemetry/api/'] },
    },
    {
      name: 'only-tracing-traces',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '^workflows/tracing/' },
      to: { path: '^node_modules/@opentelemetry/' },
    },
    {
      name: 'workflows-know-only-types-of-activities',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'activities-get-ports',
      comment: 'What an activity needs from outside is handed to it.',
      severity: 'error',
      from: { path: '^activities/' },
      to: { path: ['^(services|infra|tests|bench)/', '^node_modules/(pg|kysely|express|nodemailer)/'] },
    },
    {
      name: 'services-are-no-siblings',
      comment: 'What two services need stands in services/shared.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/console/' },
      to: { path: '^services/', pathNot: ['^services/shared/', '^services/$1/'] },
    },
    {
      name: 'the-console-knows-only-types-of-the-api',
      comment: 'It runs in a browser: it talks to the API by HTTP, and shares with the rest the pure core alone.',
      severity: 'error',
      from: { path: '^services/console/' },
      to: { path: '^services/', pathNot: '^services/console/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-console-parses-with-little',
      comment: 'zod whole is three times the size of zod/mini, and schemas of the core need it whole.',
      severity: 'error',
      from: { path: '^services/console/' },
      to: {
        path: ['^domain/.*(\\.schema|/schemas)\\.ts$', '^node_modules/zod/(?!v4/mini|mini)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-stand-on-their-own',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: '^(infra|bench)/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^(tests|bench)/' }, to: { path: '^tests/' } },
    {
      name: 'no-dev-dependency-in-production',
      severity: 'error',
      from: { path: '^(domain|workflows|activities|services)/', pathNot: '^services/console/vite\\.config\\.mjs$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: ['^node_modules/@types/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|node_modules/\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
