import t from 'tap';
import { parseOptions, type RunRequest } from '../../../runtime/options/parse-options.js';
import { runPackage } from '../../../runtime/session/run-package.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { packagePath } from '../../fixtures/kernel/packages.js';

function requestOf(...argv: readonly string[]): RunRequest {
  const request = parseOptions(argv);
  if (request.command !== 'run') throw new Error('a run was asked for');
  return request;
}

t.test('a program answers -h with what it is', async (t) => {
  for (const flag of ['-h', '--help']) {
    const io = memoryIo();
    t.equal(await runPackage(requestOf(packagePath('kprobe'), flag), io, {}), 0);
    t.match(io.output(), /^kprobe_bpf: .*\n\nPrograms:\n {2}on_unlink {2}kprobe\/do_unlinkat\n$/);
  }
});

t.test('any other argument of a program is a usage error', async (t) => {
  await t.rejects(runPackage(requestOf(packagePath('kprobe'), 'x'), memoryIo(), {}), {
    code: 'usage',
    message: 'use x: this package takes no arguments',
  });
  await t.rejects(runPackage(requestOf(packagePath('kprobe'), '--json'), memoryIo(), {}), {
    code: 'usage',
    cure: /before the package/,
  });
});

t.test('who may not load programs learns of the lab, after the package was found good', async (t) => {
  const kernel = new FakeKernel();
  kernel.texts.set('/proc/self/status', 'CapEff:\t0000000000000000\n');
  await t.rejects(runPackage(requestOf(packagePath('kprobe')), memoryIo(), { kernel }), {
    code: 'not-permitted',
    cure: /--lab/,
  });
  await t.rejects(runPackage(requestOf('absent.json'), memoryIo(), { kernel }), { code: 'package-invalid' });
});

t.test('a package that is invalid is not sent to the lab', async (t) => {
  const directory = t.testdir({ 'package.json': '{}' });
  for (const lab of ['--lab', '--lab=auto']) {
    await t.rejects(runPackage(requestOf(lab, 'package.json'), memoryIo({}, directory), {}), {
      code: 'package-invalid',
    });
  }
});

t.test('with --lab=auto a fault of the package itself stays on the host', async (t) => {
  const attach = '--attach=nosuch=kprobe/x';
  await t.rejects(
    runPackage(requestOf('--lab=auto', attach, packagePath('kprobe')), memoryIo(), {
      kernel: new FakeKernel(),
    }),
    {
      code: 'usage',
    },
  );
});
