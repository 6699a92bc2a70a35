import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { dnf, newestRelease } from '../../../../runtime/lab/kernels/dnf.js';
import { recordedProgress } from '../../../fixtures/lab/fake-lab.js';

t.test('the newest release of a version is chosen', async (t) => {
  const releases = ['6.8.5-301.fc40', ' 6.14.5-100.fc40 ', '6.8.11-300.fc40', ''];
  t.equal(newestRelease(releases, undefined), '6.14.5-100.fc40');
  t.equal(newestRelease(releases, '6.8'), '6.8.11-300.fc40');
  t.throws(() => newestRelease(releases, '6.1'), { code: 'tool-missing', message: /no Linux 6\.1/ });
});

t.test('image and modules are downloaded and unpacked, file names as arguments', async (t) => {
  const directory = t.testdir();
  const calls: (readonly string[])[] = [];
  const unpacked = await dnf.fetch(undefined, {
    directory,
    env: {},
    progress: recordedProgress(),
    async run(argv, { cwd } = {}) {
      calls.push(argv);
      if (argv[1] === 'repoquery') return '6.8.5-301.fc40\n';
      if (argv[1] === 'download') writeFileSync(join(argv[3] ?? '', 'kernel; rm -rf x.rpm'), '');
      if (argv[0] === 'sh') {
        t.ok(existsSync(argv[4] ?? ''), 'the last argument is the file');
        const modules = join(cwd ?? '', 'lib/modules/6.8.5-301.fc40.x86_64');
        mkdirSync(modules, { recursive: true });
        writeFileSync(join(modules, 'vmlinuz'), '');
      }
      return '';
    },
  });
  t.equal(unpacked.release, '6.8.5-301.fc40.x86_64');
  t.same(calls[1]?.slice(4), ['kernel-core-6.8.5-301.fc40', 'kernel-modules-core-6.8.5-301.fc40']);
});
