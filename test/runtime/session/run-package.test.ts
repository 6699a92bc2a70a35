import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { TseccError } from '../../../core/errors.js';
import { parseOptions, type RunRequest } from '../../../runtime/options/parse-options.js';
import { runPackage } from '../../../runtime/session/run-package.js';
import { eccPackagePath } from '../../fixtures/ecc/packages.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { hostCannotTrace } from '../../fixtures/kernel/native.js';
import { packagePath } from '../../fixtures/kernel/packages.js';

function requestOf(...argv: readonly string[]): RunRequest {
  const request = parseOptions(argv);
  if (request.command !== 'run') throw new Error('a run was asked for');
  return request;
}

t.test('a program answers -h with what it is, wherever it would run', async (t) => {
  for (const argv of [
    [packagePath('kprobe'), '-h'],
    ['--lab', packagePath('kprobe'), '--help'],
  ]) {
    const io = memoryIo();
    t.equal(await runPackage(requestOf(...argv), io, {}), 0);
    t.match(
      io.output(),
      /^kprobe_bpf\n\nArguments:\n[^]*\n\nPrograms:\n {2}on_unlink {2}kprobe\/do_unlinkat\n$/,
    );
    t.equal(io.errors(), '');
  }
});

t.test('arguments that make no sense are told before the lab is asked', async (t) => {
  for (const argv of [['x'], ['--json'], ['--pid', 'many'], ['--limit', '18446744073709551616']]) {
    for (const lab of [[], ['--lab']]) {
      const request = requestOf(...lab, eccPackagePath('everything'), ...argv);
      await t.rejects(runPackage(request, memoryIo(), {}), { code: 'usage' }, argv.join(' '));
    }
  }
  await t.rejects(
    runPackage(requestOf('--lab', '--filter', 'nosuch > 1', eccPackagePath('everything')), memoryIo(), {}),
    { code: 'usage' },
  );
  await t.rejects(
    runPackage(requestOf('--lab', '--map-size=evnts=1m', eccPackagePath('everything')), memoryIo(), {}),
    {
      code: 'usage',
      cure: 'did you mean events?',
    },
  );
});

/** Runs a package on this host and gives its lines, those of the command `cat` alone. */
async function runNatively(t: Test, ...argv: readonly string[]): Promise<readonly string[]> {
  const io = memoryIo(process.env, t.testdir({}));
  t.equal(await runPackage(requestOf(...argv), io, {}), 0);
  return io
    .output()
    .split('\n')
    .flatMap((line) => / cat-\d+ .*bpf_trace_printk: (.*)$/.exec(line)?.[1] ?? []);
}

t.test('what the arguments say is what the program sees', { skip: hostCannotTrace() }, async (t) => {
  const everything = eccPackagePath('everything');
  const run = (...argv: readonly string[]) =>
    runNatively(t, '--exec=cat /dev/null', everything, '--comm', 'cat', ...argv);
  const defaults = [
    'verbose 0 level -3 port 80',
    'limit 18446744073709551615 total 1',
    'targets 1 2 0',
    'wanted 1 cfg 8080 ratio 3f000000',
  ];
  t.same((await run()).slice(0, 4), defaults);
  const told = await run(
    ...['--verbose', '--level=-128', '--port', '65535', '--limit', '9007199254740993'],
    ...['--total=18446744073709551614', '--targets', '7,-8', '--wanted', 'STOPPED'],
    ...['--cfg.port=1', '--ratio', '-1.5'],
  );
  t.same(told.slice(0, 4), [
    'verbose 1 level -128 port 65535',
    'limit 9007199254740993 total 18446744073709551615',
    'targets 7 -8 0',
    'wanted 7 cfg 1 ratio bfc00000',
  ]);
  t.same(await run('--cfg.quiet'), []);
  t.same(await run('--pid', '2147483647'), []);
});

t.test('maps have the size that is asked for', { skip: hostCannotTrace() }, async (t) => {
  const io = memoryIo(process.env, t.testdir({}));
  const show = `bpftool -j map show > maps`;
  const argv = [
    `--exec=${show}`,
    '--map-size=events=10000',
    '--map-size',
    'exits=2m',
    '-q',
    eccPackagePath('everything'),
  ];
  t.equal(await runPackage(requestOf(...argv, '--pid=1'), io, {}), 0);
  const maps: readonly { name: string; type: string; max_entries: number }[] = JSON.parse(
    readFileSync(`${io.cwd()}/maps`, 'utf8'),
  );
  const sizes = maps
    .filter(({ type }) => type === 'ringbuf')
    .map(({ name, max_entries: size }) => `${name} ${size}`);
  t.ok(sizes.includes('events 16384'), sizes.join(', '));
  t.ok(sizes.includes('exits 2097152'));
  t.match(io.errors(), "map 'events': 10000 bytes rounded up to 16384");
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

t.test("the host's policy holds for every run, whatever the command line says", async (t) => {
  const refusedBy = async (policy: unknown, ...argv: readonly string[]) => {
    const directory = t.testdir({ 'policy.json': JSON.stringify(policy) });
    chmodSync(directory, 0o755);
    chmodSync(join(directory, 'policy.json'), 0o644);
    const policyFile = { path: join(directory, 'policy.json'), owner: process.getuid?.() ?? 0 };
    const request = requestOf(...argv, packagePath('kprobe'));
    return await runPackage(request, memoryIo(process.env, directory), { policyFile }).then(
      () => 'nothing',
      (error: unknown) =>
        error instanceof TseccError ? `${error.exitCode} ${error.message}` : String(error),
    );
  };
  const denied = { rules: { deny: ['kind:kprobe'] } };
  t.match(await refusedBy(denied), /^7 run package: program 'on_unlink' is of the kind kprobe/);
  t.match(await refusedBy(denied, '--allow', 'kind:*', '--lab'), /^7 run package: program 'on_unlink'/);
  t.match(await refusedBy({ require_signature: true }), /^7 trust '.*': no key is trusted here$/);
  t.match(await refusedBy({ locked: true }, '--insecure'), /^7 trust '.*': --insecure is not for this host/);
  t.match(await refusedBy({ lockd: true }), /^7 read policy '.*': \/lockd: a policy has no such key$/);
});
