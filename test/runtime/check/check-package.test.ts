import t from 'tap';
import { chinese } from '../../../core/languages/zh.js';
import { translator } from '../../../core/message.js';
import { checkPackage } from '../../../runtime/check/check-package.js';
import { parseOptions, type RunRequest } from '../../../runtime/options/parse-options.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { packagePath } from '../../fixtures/kernel/packages.js';

function requestOf(...argv: readonly string[]): RunRequest {
  const request = parseOptions(['check', ...argv]);
  if (request.command !== 'check') throw new Error('a check was asked for');
  return request;
}

const root = { skip: process.getuid?.() !== 0 && 'not root: may not load programs' };

t.test('what this kernel takes is told in a line', root, async (t) => {
  const io = memoryIo();
  t.equal(await checkPackage(requestOf(packagePath('tracepoint')), io, {}), 0, io.errors());
  t.match(
    io.output(),
    /^ok {8}on_unlinkat {2}\(tracepoint\/syscalls\/sys_enter_unlinkat(, \d+ instructions verified)?\)\n$/,
  );
  t.equal(io.errors(), '');
});

t.test('what it refuses is explained on standard error, or in the JSON', root, async (t) => {
  const io = memoryIo();
  t.equal(
    await checkPackage(
      requestOf(packagePath('refused')),
      { ...io, language: 'zh', translate: translator(chinese) },
      {},
    ),
    5,
  );
  t.match(io.output(), /^refused {3}\w+/);
  t.match(io.errors(), /: error: verifier 拒绝了/);
  const json = memoryIo();
  t.equal(await checkPackage(requestOf('-j', packagePath('refused')), json, {}), 5);
  t.match(JSON.parse(json.output()), { verdict: 'refused', exitCode: 5, line: Number, column: Number });
  t.equal(json.errors(), '');
});

t.test('with -v the whole log is shown', root, async (t) => {
  const io = memoryIo();
  await checkPackage(requestOf('-v', packagePath('refused')), io, {});
  t.match(io.errors(), /processed \d+ insns/);
});

t.test('arguments of the program are read; those that only answer are not for checking', async (t) => {
  await t.rejects(checkPackage(requestOf(packagePath('kprobe'), '-h'), memoryIo(), {}), {
    code: 'usage',
  });
  await t.rejects(checkPackage(requestOf(packagePath('kprobe'), '--what'), memoryIo(), {}), {
    code: 'usage',
  });
});
