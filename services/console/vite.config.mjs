import path from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The API that a development server (`npx vite services/console`) hands everything else to. */
const api = 'http://localhost:4400';

export default defineConfig({
  root: here,
  plugins: [tailwindcss()],
  build: {
    outDir: path.resolve(here, '../../dist/services/console'),
    emptyOutDir: true,
    target: 'es2023',
    // An inlined asset would be a data: URL that the content security policy has to allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries mark their files for servers that render React; nothing of that is here.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
  // The API puts a fresh nonce in its place with every page that it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: Object.fromEntries(['/v1', '/auth', '/docs', '/openapi.json', '/problems'].map((p) => [p, api])) },
});
