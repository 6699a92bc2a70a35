// What `tsecli inspect` says of each template and lesson is as it was, in both languages. `UPDATE_INSPECT=1` writes it anew.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { main } from '../runtime/cli.js';
import { compileInspected } from './fixtures/inspect/compile-all.js';
import { collectingIo } from './fixtures/report-io.js';
import { root, scratchDirectory } from './fixtures/project.js';

const golden = join(root, 'test/fixtures/inspect/golden');

/** Sizes and digests hang on the types of the kernel that it was compiled on. */
const masked = (text: string): string =>
  text.replaceAll(/(?:: |：)\d+ ?(?:bytes|字节)(?:, |，)sha256:[0-9a-f]{64}/g, ': N bytes, sha256:D');

t.test('inspect', async (t) => {
  const found = await compileInspected(scratchDirectory(t));
  if (process.env['UPDATE_INSPECT']) mkdirSync(golden, { recursive: true });
  for (const { id, directory } of found) {
    for (const language of ['en', 'zh']) {
      const { io, written } = collectingIo({ cwd: () => directory });
      const code = await main(['inspect', `--lang=${language}`, 'package.json'], io);
      const { stdout, stderr } = written();
      t.equal(code, 0, stderr);
      const file = join(golden, `${id}.${language}.txt`);
      if (process.env['UPDATE_INSPECT']) writeFileSync(file, masked(stdout));
      t.equal(masked(stdout), readFileSync(file, 'utf8'), id);
    }
  }
  t.same(
    readdirSync(golden).toSorted(),
    found.flatMap(({ id }) => [`${id}.en.txt`, `${id}.zh.txt`]).toSorted(),
  );
});
