// `npm run fuzz [-- --count N] [--seed N]`: packages and bundles with damages, each read by all that reads a package
// before it is loaded. Whatever is neither taken nor refused with `package-invalid` is a finding, told with its seed:
// `--seed N --count 1` makes it again.
import { mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { generateValidator } from './generate-validator.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** More than this for one package is a finding as well, whatever comes of it. */
const slowestMs = 5000;

/** Findings after which going on tells nothing new. */
const most = 20;

const { seed, count } = readArguments();
const { makeCase, judge } = await load();
process.exitCode = run(seed, count);

/** @param {number} first @param {number} count the exit code: 1 with findings */
function run(first, count) {
  const counts = { taken: 0, refused: 0, found: 0 };
  const started = performance.now();
  for (let seed = first; seed < first + count && counts.found < most; seed++) {
    const { kind, bytes } = makeCase(seed);
    const begun = performance.now();
    const outcome = judge(bytes);
    const ms = performance.now() - begun;
    if (outcome instanceof Error) {
      counts.found++;
      say(`FOUND seed ${seed} (${kind}): ${outcome.stack ?? outcome.message}`);
    } else if (ms > slowestMs) {
      counts.found++;
      say(`FOUND seed ${seed} (${kind}): ${outcome} after ${Math.round(ms)} ms`);
    } else counts[outcome]++;
    if ((seed - first + 1) % 100_000 === 0) say(tell(counts, started));
  }
  say(tell(counts, started));
  return counts.found > 0 ? 1 : 0;
}

function tell({ taken, refused, found }, started) {
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  return `${taken + refused + found} packages: ${refused} refused, ${taken} taken, ${found} findings, ${seconds} s`;
}

/** The modules under test, of the sources as they stand. */
async function load() {
  await generateValidator(root);
  const folder = join(root, 'dist/fuzz');
  mkdirSync(folder, { recursive: true });
  try {
    const outfile = join(folder, 'fuzz.mjs');
    await build({
      stdin: {
        contents:
          "export * from './test/fixtures/fuzz/make-case.ts'; export * from './test/fixtures/fuzz/judge.ts';",
        resolveDir: root,
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      external: ['koffi'],
      plugins: [keepUrls()],
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fixtures find their files beside themselves, wherever the bundle stands. */
function keepUrls() {
  return {
    name: 'keep-urls',
    setup({ onLoad }) {
      onLoad({ filter: /test\/fixtures\/.*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return {
          loader: 'ts',
          contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
        };
      });
    },
  };
}

function readArguments() {
  const options = {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '0' },
  };
  try {
    const { values } = parseArgs({ options });
    const numbers = { count: Number(values.count), seed: Number(values.seed) };
    const wrong = Object.keys(numbers).find(
      (name) => !(Number.isSafeInteger(numbers[name]) && numbers[name] >= 0),
    );
    if (wrong !== undefined) throw new Error(`--${wrong} is a whole number, not '${String(values[wrong])}'`);
    return numbers;
  } catch (error) {
    process.stderr.write(`fuzz: ${error.message}\n`);
    return process.exit(2);
  }
}

/** @param {string} line */
function say(line) {
  console.log(line);
}
