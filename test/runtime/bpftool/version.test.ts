import t from 'tap';
import { BpftoolError } from '../../../runtime/bpftool/bpftool.js';
import { requireVersion } from '../../../runtime/bpftool/version.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const kernel = new FakeKernel();

t.test('7.0 and later will do', async (t) => {
  for (const version of ['7.0.0', '7.1.0', '10.2']) {
    await t.resolves(requireVersion(async () => JSON.stringify({ version }), kernel));
  }
});

t.test('an older one is named, with its version', async (t) => {
  await t.rejects(
    requireVersion(async () => '{"version":"5.10.0"}', kernel),
    { code: 'tool-missing', message: 'use bpftool: version 5.10.0 is too old', cure: /7.0 or later/ },
  );
});

t.test('one that does not work, or answers nonsense, is told in its own words', async (t) => {
  const script = async (): Promise<string> => {
    throw new BpftoolError(
      [],
      2,
      'WARNING: bpftool not found for kernel 5.15\n\n  You may need to install\n',
    );
  };
  await t.rejects(requireVersion(script, kernel), {
    code: 'tool-missing',
    message: /not found for kernel 5.15/,
  });
  await t.rejects(
    requireVersion(async () => 'bpftool v5', kernel),
    { code: 'tool-missing', message: /does not tell/ },
  );
  await t.rejects(
    requireVersion(async () => '[]', kernel),
    { code: 'tool-missing', message: /version unknown/ },
  );
});
