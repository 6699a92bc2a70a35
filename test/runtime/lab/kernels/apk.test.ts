import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { RunTool } from '../../../../runtime/lab/kernels/package-tool.js';
import { apk } from '../../../../runtime/lab/kernels/apk.js';
import { recordedProgress } from '../../../fixtures/lab/fake-lab.js';

const run: RunTool = async (argv) => {
  if (argv[1] === 'search') return 'linux-virt-6.6.31-r0\n';
  if (argv[1] === 'fetch') writeFileSync(join(argv[3] ?? '', 'linux-virt.apk'), '');
  if (argv[0] === 'tar') {
    mkdirSync(join(argv[4] ?? '', 'boot'), { recursive: true });
    mkdirSync(join(argv[4] ?? '', 'lib/modules/6.6.31-0-virt'), { recursive: true });
    writeFileSync(join(argv[4] ?? '', 'boot/vmlinuz-virt'), '');
  }
  return '';
};

t.test("Alpine's kernel for virtual machines is fetched and unpacked", async (t) => {
  const context = { directory: t.testdir(), env: {}, progress: recordedProgress(), run };
  t.equal((await apk.fetch('6.6', context)).release, '6.6.31-0-virt');
});

t.test('another version than it has is refused', async (t) => {
  const context = { directory: t.testdir(), env: {}, progress: recordedProgress(), run };
  await t.rejects(apk.fetch('6.1', context), { code: 'tool-missing' });
});
