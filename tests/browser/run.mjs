// Runs every journey, one file after the other: two at once would share two cores and time out.
//   node tests/browser/run.mjs                 all
//   node tests/browser/run.mjs smoke ballot    those whose name begins so

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
if (!existsSync(join(here, 'node_modules'))) {
  console.error('The packages are missing: npm ci --prefix tests/browser');
  process.exit(2);
}

const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)))
  .sort()
  .map((name) => join(here, name));
if (files.length === 0) {
  console.error(`There is no journey named ${wanted.join(', ')}.`);
  process.exit(2);
}

const run = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exit(run.status ?? 1);
