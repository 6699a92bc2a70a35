// `npm run soak [-- --minutes N] [--rate N]`: runs tsecli for an hour at a steady rate, and prints a line each minute.
// Ends with 1 when its memory, descriptors or lag have grown, or an event did not come.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { unmet } from '../test/bench/needs.mjs';
import { tellVerdict } from '../test/soak/judge.mjs';
import { soak } from '../test/soak/soak.mjs';
import { realHost } from './setup/host.mjs';
import { setUp } from './setup/set-up.mjs';

/** Of a run that is shorter than this many minutes, as many samples are taken all the same. */
const fewestSamples = 10;

process.exitCode = await main();

async function main() {
  const { minutes, rate } = readArguments();
  const lacking = unmet('root', 'tracefs');
  if (lacking !== undefined) return fail(`this machine ${lacking}`);
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const unready = setUp({ host: realHost, root, dryRun: false }, []);
  if (unready !== 0) return unready;
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort());
  const plan = { seconds: minutes * 60, rate, samples: Math.max(fewestSamples, Math.round(minutes)) };
  try {
    return tellVerdict(await soak(plan, say, stop.signal), say);
  } catch (error) {
    return fail(stop.signal.aborted ? 'ended before its time' : error.message);
  }
}

function readArguments() {
  const options = {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '5000' },
  };
  try {
    const { values } = parseArgs({ options });
    const numbers = { minutes: Number(values.minutes), rate: Number(values.rate) };
    const wrong = Object.keys(numbers).find((name) => !(numbers[name] > 0));
    if (wrong !== undefined) throw new Error(`--${wrong} takes a number above 0`);
    return numbers;
  } catch (error) {
    fail(error.message);
    return process.exit(2);
  }
}

/** @param {string} text */
function fail(text) {
  process.stderr.write(`soak: ${text}\n`);
  return 1;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
