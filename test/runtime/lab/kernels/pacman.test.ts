import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { pacman } from '../../../../runtime/lab/kernels/pacman.js';
import { recordedProgress } from '../../../fixtures/lab/fake-lab.js';

t.test('the package that pacman names is fetched and unpacked', async (t) => {
  const calls: (readonly string[])[] = [];
  const unpacked = await pacman.fetch('6.12', {
    directory: t.testdir(),
    env: {},
    progress: recordedProgress(),
    async run(argv) {
      calls.push(argv);
      if (argv[0] === 'pacman') {
        return '6.12.8-1 https://mirror.test/linux-lts.pkg.tar.zst\n6.13.1-1 https://mirror.test/linux.pkg.tar.zst\n';
      }
      if (argv[0] === 'tar') {
        const modules = join(argv[4] ?? '', 'usr/lib/modules/6.12.8-1-lts');
        mkdirSync(modules, { recursive: true });
        writeFileSync(join(modules, 'vmlinuz'), '');
      }
      return '';
    },
  });
  t.equal(unpacked.release, '6.12.8-1-lts');
  t.equal(calls[1]?.at(-1), 'https://mirror.test/linux-lts.pkg.tar.zst');
});
