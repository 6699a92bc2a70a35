import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import t from 'tap';
import type { KernelBtf } from '../../../compiler/bundle/find-kernel-btfs.js';
import { minimizeBtfs } from '../../../compiler/bundle/minimize-btfs.js';
import { inEnglish } from '../../fixtures/in-english.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

const kernels = (dir: string, ...names: string[]): KernelBtf[] =>
  names.map((name) => ({ path: `${dir}/in/${name}`, name: `d/v/${name}`, packed: false }));
// gen min_core_btf IN OUT OBJECT
const copying = 'case $3 in *bad*) echo "Error: failed to parse" >&2; exit 255;; esac; cat "$3" "$5" > "$4"';

t.test('each kernel becomes a file, in the order of the archive, few at a time', async (t) => {
  const dir = t.testdir({ in: { a: 'A', b: 'B', c: 'C' }, object: 'o', running: {} });
  const bpftool = fakeProgram(
    `${dir}/bpftool`,
    `touch ${dir}/running/$$; ls ${dir}/running | wc -l >> ${dir}/counts; ${copying}; sleep 0.05; rm ${dir}/running/$$`,
  );
  const out = { object: `${dir}/object`, directory: `${dir}/out`, parallel: 2 };
  t.same(await minimizeBtfs({ bpftool, xz: undefined }, kernels(dir, 'a', 'b', 'c'), out), {
    names: ['d/v/a', 'd/v/b', 'd/v/c'],
    diagnostics: [],
  });
  t.equal(readFileSync(`${dir}/out/d/v/b`, 'utf8'), 'Bo');
  t.ok(
    readFileSync(`${dir}/counts`, 'utf8')
      .trim()
      .split('\n')
      .every((count) => Number(count) <= 2),
  );
});

t.test('a broken file is named and left out', async (t) => {
  const dir = t.testdir({ in: { a: 'A', bad: 'x' }, object: 'o' });
  const bpftool = fakeProgram(`${dir}/bpftool`, copying);
  const out = { object: `${dir}/object`, directory: `${dir}/out`, parallel: 4 };
  t.match(inEnglish(await minimizeBtfs({ bpftool, xz: undefined }, kernels(dir, 'a', 'bad'), out)), {
    names: ['d/v/a'],
    diagnostics: [
      {
        severity: 'warning',
        text: `read '${dir}/in/bad': Error: failed to parse; the bundle is made without it`,
      },
    ],
  });
  t.same(readdirSync(`${dir}/out/d/v`), ['a']);
  await t.rejects(minimizeBtfs({ bpftool, xz: undefined }, kernels(dir, 'bad'), out), {
    code: 'tool-missing',
    exitCode: 9,
    message: /none could be, first read '.*bad': Error: failed to parse$/,
  });
});

t.test('packed types need xz', async (t) => {
  const dir = t.testdir({ in: { a: 'A' }, object: 'o' });
  const bpftool = fakeProgram(`${dir}/bpftool`, copying);
  const [kernel] = kernels(dir, 'a');
  if (!kernel) throw new Error('a kernel was expected');
  const out = { object: `${dir}/object`, directory: `${dir}/out`, parallel: 1 };
  await t.rejects(minimizeBtfs({ bpftool, xz: undefined }, [{ ...kernel, packed: true }], out), {
    code: 'tool-missing',
    message: 'unpack types of kernels: xz is not installed',
  });
});

t.test('after an abort nothing is written any more', async (t) => {
  const dir = t.testdir({ in: { a: 'A', b: 'B', c: 'C' }, object: 'o' });
  const bpftool = fakeProgram(`${dir}/bpftool`, 'exec sleep 30');
  const stop = new AbortController();
  mkdirSync(`${dir}/out`);
  const out = { object: `${dir}/object`, directory: `${dir}/out`, parallel: 2 };
  setTimeout(() => stop.abort(), 100);
  const running = minimizeBtfs({ bpftool, xz: undefined }, kernels(dir, 'a', 'b', 'c'), out, {
    signal: stop.signal,
  });
  await t.rejects(running, { name: 'AbortError' });
  t.notOk(existsSync(`${dir}/out/d/v/c`));
});
