// The library as programs have it: built, imported by its name, on real kernels.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';
import { compile } from '../../compiler/compile.js';
import { openLab, type Lab } from '../../runtime/lab/lab.js';
import type { RunEvent } from '../../runtime/library/types.js';
import { runCommand, runProgram } from '../fixtures/commands.js';
import { openFixture } from '../fixtures/kernel/packages.js';
import { testKernel } from '../fixtures/kernels.js';
import { ownEnvironment, root } from '../fixtures/project.js';

const example = (path: string): string => join(root, 'docs/examples', path);

/** Every kind of event that a record in a lab makes has the types of one on a host: 64-bit integers are bigint. */
t.test('in a lab, a run gives typed events, several at once, and what fails is thrown', async (t) => {
  const execs = await compile(example('watcher/execs.bpf.c'));
  await using lab = await openLab({ kernel: testKernel });
  t.ok(lab.kernelRelease.startsWith(`${testKernel}.`));
  const watching = lab.run(execs);
  t.match((await watching.ready).programs, [{ program: 'on_exec' }]);
  const command = lab.run(execs, { exec: '/bin/true; /bin/false', filter: 'file == "/bin/true"' });
  // The command ends with a failure, which comes behind its events.
  const filtered: RunEvent[] = [];
  await t.rejects(
    (async () => {
      for await (const event of command) filtered.push(event);
    })(),
    { code: 'unforeseen', message: 'run command: it ended with status 1' },
  );
  t.match(filtered, [
    { kind: 'record', stream: 'execs', type: 'struct event', data: { uid: 0, file: '/bin/true' } },
  ]);
  t.equal(filtered.length, 1);
  t.same(await lab.exec('echo out; echo err >&2; exit 4'), { code: 4, stdout: 'out\n', stderr: 'err\n' });
  for await (const event of watching) {
    if (event.kind !== 'record' || event.data['file'] !== '/bin/true') continue;
    t.type(event.data['nanoseconds'], 'bigint');
    t.ok(Math.abs(event.time - Date.now()) < 300_000);
    break;
  }
  t.equal(await programsOf(lab), 0, 'leaving the loop detached it');

  const refused = lab.run(openFixture('refused'));
  await t.rejects(refused.toArray(), {
    code: 'verifier-refused',
    message: /the pointer is only a number/,
    log: /R1/,
  });
  const wrong = lab.run(execs, { args: { user: 1 } });
  await t.rejects(wrong.ready, { code: 'usage', message: /--user/ });
});

/** Tracing programs that are loaded in the lab. */
async function programsOf(lab: Lab): Promise<number> {
  const { stdout } = await lab.exec('bpftool -j prog list');
  const programs: unknown = JSON.parse(stdout);
  if (!Array.isArray(programs)) throw new Error(stdout);
  return programs.filter((program: { readonly name?: string }) => program.name === 'on_exec').length;
}

t.test('the three examples of the documents are strict TypeScript, and do what they say', async (t) => {
  const directory = t.testdir({ 'package.json': '{"type":"module"}', node_modules: {} });
  cpSync(example('.'), directory, { recursive: true });
  mkdirSync(join(directory, 'node_modules/@types'), { recursive: true });
  symlinkSync(root, join(directory, 'node_modules/tsecc'));
  for (const types of ['@types/node', 'undici-types'])
    symlinkSync(join(root, 'node_modules', types), join(directory, 'node_modules', types));
  for (const source of ['watcher/execs', 'histogram/latencies', 'lab-test/deletes']) {
    const [folder = ''] = source.split('/');
    const args = ['--types', '-o', join(folder, 'build'), `${source}.bpf.c`];
    const compiled = await runCommand('tsecc', args, { cwd: directory });
    t.equal(compiled.code, 0, compiled.stderr);
  }
  const run = (args: readonly string[]) => runProgram(process.execPath, args, { cwd: directory });
  const built = await run([join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
  t.equal(built.code, 0, built.stdout);

  const watched = await run(['watcher/watch.js', '/bin/ls; /bin/true']);
  t.match(watched.stdout, /^(?:\d+ ms: process \d+ starts \/bin\/(?:sh|ls|true)\n){3}$/);
  t.equal(watched.stderr, '3 events, 0 lost\n');

  const counted = await run(['histogram/latencies.js', 'counts.json', '/bin/cat /etc/passwd /etc/group']);
  t.equal(counted.code, 0, counted.stderr);
  const counts: Record<string, number[]> = JSON.parse(readFileSync(join(directory, 'counts.json'), 'utf8'));
  t.ok((counts['comm = cat'] ?? []).reduce((sum, count) => sum + count, 0) >= 2, JSON.stringify(counts));

  const tested = await run(['--test', 'lab-test/deletes.test.js']);
  t.equal(tested.code, 0, tested.stdout);
  t.match(tested.stdout, /(?:#|ℹ) pass 1\n/);
  const source = readFileSync(join(directory, 'lab-test/deletes.bpf.c'), 'utf8');
  writeFileSync(
    join(directory, 'lab-test/deletes.bpf.c'),
    source.replace('BPF_CORE_READ(name, name)', '"x"'),
  );
  const failed = await run(['--test', 'lab-test/deletes.test.js']);
  t.equal(failed.code, 1, 'a program that is wrong fails its test');
});

t.test(
  'the library leaves the process alone: nothing printed, no handler left, nothing to wait for',
  async (t) => {
    const script = `
    import { openLab } from 'tsecc/lab';
    import { compile } from 'tsecc/compiler';
    const before = process.eventNames().length;
    {
      const lab = await openLab({ kernel: ${JSON.stringify(testKernel)} });
      const pkg = await compile(${JSON.stringify(example('watcher/execs.bpf.c'))});
      const running = lab.run(pkg, { exec: '/bin/true' });
      for await (const event of running) break;
      await lab[Symbol.asyncDispose]();
    }
    if (process.eventNames().length !== before) process.exitCode = 3;
  `;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: ownEnvironment(),
      encoding: 'utf8',
    });
    t.same({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
  },
);
