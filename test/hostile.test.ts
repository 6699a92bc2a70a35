// Every hostile package and bundle, given to tsecli in this process: refused in one sentence, and nothing else happens.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { main } from '../runtime/cli.js';
import { hostileCorpus } from './fixtures/hostile/corpus.js';
import { faultsOf } from './fixtures/hostile/faults.js';
import { FakeKernel } from './fixtures/kernel/fake-kernel.js';
import { memoryIo } from './fixtures/kernel/memory-io.js';
import { scratchDirectory } from './fixtures/project.js';

t.test('each hostile package and bundle is refused with exit code 7 and one sentence', async (t) => {
  const corpus = hostileCorpus();
  t.ok(corpus.length >= 300, `${corpus.length} cases`);
  t.equal(new Set(corpus.map(({ name }) => name)).size, corpus.length, 'each has a name of its own');
  const folder = scratchDirectory(t);
  for (const { name, bytes } of corpus) {
    writeFileSync(join(folder, 'given'), bytes);
    const [io, kernel] = [memoryIo({ HOME: folder, TMPDIR: folder }, folder), new FakeKernel()];
    const code = await main(['./given'], io, { kernel });
    t.strictSame(faultsOf({ code, stdout: io.output(), stderr: io.errors() }), [], name);
    t.strictSame(readdirSync(folder), ['given'], `${name}: no file is written`);
    t.strictSame(kernel.log, [], `${name}: the kernel is not touched`);
  }
});
