import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What must behave the same at every replay: no clock, no randomness, nothing of the machine. */
const pure = ['domain/**/*.ts', 'workflows/**/*.ts'];
const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.upstairs/', 'coverage/', 'tests/replay/histories/', 'domain/generated/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Templates join numbers and ids all over; what must not slip in is an object.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Control characters are what our patterns look for, to refuse them.
      'no-control-regex': 'off',
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Unions, not enums.' },
        {
          selector: "ExportAllDeclaration:not([exported]):not([exportKind='type'])",
          message: 'No barrels: import from where it is.',
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'services/shared/config.ts is the only reader of process.env.' },
      ],
    },
  },
  {
    files: ['services/console/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // An event handler of React may be async: nobody waits for what it answers.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['services/shared/config.ts', 'infra/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: pure,
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: builtins.map((name) => ({ name, message: 'Not in replayed code.' })) },
      ],
      'no-restricted-globals': [
        'error',
        'fetch',
        'process',
        'setTimeout',
        'setInterval',
        'require',
        'crypto',
        'performance',
      ],
    },
  },
  {
    // The shell may ask Temporal's clock, which is `Date.now()` there; the core is told the time.
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core is told the time.' },
        { object: 'Math', property: 'random', message: 'The core decides the same every time.' },
        { object: 'process', property: 'env', message: 'services/shared/config.ts is the only reader of process.env.' },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    // jest's matchers are typed loosely, and a test may look at some of the cases only.
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
);
