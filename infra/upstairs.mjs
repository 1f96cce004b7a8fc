#!/usr/bin/env node
// The command line `upstairs`: builds what is stale without a word, then runs it.
process.argv.splice(2, 0, 'cli');
await import('./bootstrap.mjs');
