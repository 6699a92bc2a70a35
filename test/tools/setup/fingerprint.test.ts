import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { fingerprintFiles } from '../../../tools/setup/fingerprint.mjs';

t.test('a fingerprint changes with every change, and only then', async (t) => {
  const root = t.testdir({ src: { deep: { 'a.ts': 'one' } }, 'b.json': '{}' });
  const read = () => fingerprintFiles(root, ['src', 'b.json', 'later']);
  const first = read();
  t.equal(read(), first, 'unchanged');

  const seen = new Set([first]);
  const expectNew = (what: string) => {
    t.notOk(seen.has(read()), what);
    seen.add(read());
  };
  utimesSync(join(root, 'src/deep/a.ts'), 1, 1);
  expectNew('modified');
  writeFileSync(join(root, 'src/c.ts'), '');
  expectNew('added');
  writeFileSync(join(root, 'later'), '');
  expectNew('appeared');
  rmSync(join(root, 'src/deep/a.ts'));
  expectNew('removed');
});
