import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t, { type Test } from 'tap';
import { unpackBtf } from '../../../compiler/bundle/unpack-btf.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

/** An archive of these files; gives its path. */
function archive(t: Test, files: Record<string, string>, ...more: string[]): string {
  const dir = t.testdir({ in: {} });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, 'in', name)), { recursive: true });
    writeFileSync(join(dir, 'in', name), text);
  }
  symlinkSync('/etc/passwd', join(dir, 'in/link.btf'));
  execFileSync('tar', ['-cJf', `${dir}/a.tar.xz`, '-C', `${dir}/in`, ...more, ...Object.keys(files)]);
  return `${dir}/a.tar.xz`;
}

t.test('the BTF is written, whatever else is in the archive', async (t) => {
  const large = 'x'.repeat(5_000_000);
  const path = archive(t, { readme: 'no', './5.4.0.btf': large, 'second.btf': 'no' });
  const target = join(dirname(path), 'out');
  const commands: (readonly string[])[] = [];
  await unpackBtf('xz', path, target, { onCommand: (argv) => commands.push(argv) });
  t.ok(readFileSync(target, 'utf8') === large);
  t.same(commands, [['xz', '--decompress', '--stdout', '--', path]]);
});

t.test('an archive without BTF, or none at all, is one sentence', async (t) => {
  const target = join(t.testdir({}), 'out');
  const none = archive(t, { readme: 'x' }, 'link.btf');
  await t.rejects(unpackBtf('xz', none, target), { message: /^unpack '.*': it holds no \.btf of at most/ });
  const dir = t.testdir({ text: 'no archive', cut: readFileSync(none).subarray(0, 60), 'noise.xz': '' });
  execFileSync('sh', ['-c', 'head -c 5000 /dev/urandom | xz > "$0"', `${dir}/noise.xz`]);
  for (const name of ['text', 'cut', 'none'])
    await t.rejects(unpackBtf('xz', `${dir}/${name}`, target), {
      message: `unpack '${dir}/${name}': xz cannot read it`,
    });
  await t.rejects(unpackBtf('xz', `${dir}/noise.xz`, target), { message: /it is no tar archive$/ });
  t.notOk(existsSync(target));
});

t.test('an abort ends it', async (t) => {
  const dir = t.testdir({});
  const stop = new AbortController();
  const xz = fakeProgram(`${dir}/xz`, 'exec sleep 30');
  setTimeout(() => stop.abort(), 50);
  await t.rejects(unpackBtf(xz, 'a', `${dir}/out`, { signal: stop.signal }));
});
