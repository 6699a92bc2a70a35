// What `npm run soak` does for an hour, for seconds: it must tell a leak, and may not see one where there is none.
import { join } from 'node:path';
import t from 'tap';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { ownEnvironment, root } from '../fixtures/project.js';
import { soak } from '../soak/soak.mjs';

t.setTimeout(300_000);

const skip = hostCannotTrace();
const never = new AbortController().signal;

/**
 * What does not hang on who else is at work: a busy machine lags as it likes, and the kernel gives the lines of all
 * programs to everybody.
 */
const ownFaults = (wrong: readonly string[]) =>
  wrong.filter((sentence) => !/^lag |events of trace/.test(sentence));

t.test('descriptors and events of a run without a fault are all there', { skip }, async (t) => {
  const said: string[] = [];
  const plan = { seconds: 3, rate: 2000, samples: 4, env: ownEnvironment() };
  const wrong = await soak(plan, (line: string) => said.push(line), never);
  t.same(
    ownFaults(wrong).filter((sentence) => !sentence.startsWith('memory ')),
    [],
  );
  t.equal(said.length, 5);
  t.match(said[0], /^\d+ s: \d+ events, [\d.]+ MB, \d+ descriptors, lag [\d.]+ ms /);
  t.match(said.at(-1), /^\d+ events, \d+ lost, /);
});

t.test('a tsecli that leaks and oversleeps fails for it', { skip }, async (t) => {
  const leak = join(root, 'test/fixtures/soak/leak.cjs');
  const env = { ...ownEnvironment(), NODE_OPTIONS: `--require=${leak}` };
  const wrong = await soak({ seconds: 16, rate: 10_000, samples: 8, env }, () => {}, never);
  const [memory, descriptors, ...missing] = ownFaults(wrong);
  t.match(memory, /^memory grew from \S+ to \S+ MB$/);
  t.match(descriptors, /^descriptors grew from \S+ to \S+$/);
  t.match(missing.join(), /\d+ events of perf did not come/);
});
