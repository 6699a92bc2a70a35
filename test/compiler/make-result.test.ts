// The proof that keeping results changes nothing: by the command itself, since one run from its sources keeps none.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { runCommand } from '../fixtures/commands.js';
import { ownEnvironment, root, scratchDirectory } from '../fixtures/project.js';
import { sampleSources } from '../fixtures/sample-sources.js';
import { fakeProgram } from '../fixtures/sources/fake-program.js';
import { findTool } from '../../compiler/toolchain/find-tool.js';
import { inEnglish } from '../fixtures/in-english.js';

const sources = sampleSources().map((path) => join(root, path));

/** A folder of its own, with a clang that says when it ran. */
function workspace(t: Test) {
  const folder = scratchDirectory(t);
  const log = join(folder, 'log');
  const clang = fakeProgram(
    join(folder, 'clang'),
    `case " $* " in *" -MD "*) echo ran >> ${log};; esac; exec ${findTool('clang', process.env)} "$@"`,
  );
  const env = { ...ownEnvironment(), CLANG: clang, XDG_CACHE_HOME: join(folder, 'cache') };
  /** What the command said and wrote, and whether clang ran. */
  const compile = async (args: readonly string[], more: Record<string, string> = {}) => {
    writeFileSync(log, '');
    const out = join(folder, 'out');
    rmSync(out, { recursive: true, force: true });
    const said = await runCommand('tsecc', [...args, '-o', out], { cwd: folder, env: { ...env, ...more } });
    const names = said.code === 0 ? readdirSync(out) : [];
    const outputs = names.map((name) => [name, readFileSync(join(out, name)).toString('base64')]);
    return { said, outputs, ran: readFileSync(log, 'utf8') !== '' };
  };
  return { folder, compile };
}

t.test('each source gives the same the second time, warnings included, and clang does not run', async (t) => {
  const { compile } = workspace(t);
  t.ok(sources.length >= 20);
  for (const path of sources) {
    const anew = await compile([path]);
    t.equal(anew.ran, true);
    const again = await compile([path]);
    t.same(inEnglish({ ...again, ran: true }), anew, basename(path));
    t.equal(again.ran, anew.said.code !== 0, `${basename(path)}: what is refused is compiled each time`);
  }
});

t.test('what changes the result, changes it', async (t) => {
  const { folder, compile } = workspace(t);
  mkdirSync(join(folder, 'inc'));
  const source = join(folder, 'x.bpf.c');
  const text = `#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "value.h"
#ifndef VALUE
#define VALUE 1
#endif
char LICENSE[] SEC("license") = "GPL";
SEC("xdp") int x(void *c) { int unused; return VALUE; }
`;
  writeFileSync(source, text);
  writeFileSync(join(folder, 'inc/value.h'), '');
  const args = ['x.bpf.c', '-a', '-Iinc'];
  const settled = () => sleep(60);
  await settled();
  const first = await compile(args);
  t.match(first.said, { code: 0, stderr: '' });
  t.same(await compile(args), { ...first, ran: false });

  const changes: readonly [string, () => void][] = [
    ['a comment', () => appendFileSync(source, '// more\n')],
    ['a header', () => writeFileSync(join(folder, 'inc/value.h'), '#define VALUE 2\n')],
    ['a header that is found earlier', () => writeFileSync(join(folder, 'value.h'), '#define VALUE 0\n')],
    ['a header that is gone', () => rmSync(join(folder, 'value.h'))],
  ];
  for (const [what, change] of changes) {
    change();
    await settled();
    const changed = await compile(args);
    t.equal(changed.ran, true, what);
    t.same(changed, await compile([...args, '--no-cache']), what);
  }
  for (const more of [{ CPATH: folder }, { SOURCE_DATE_EPOCH: '7' }])
    t.equal((await compile(args, more)).ran, true, Object.keys(more).join(''));
  t.equal((await compile([...args, '-v'])).ran, true, 'who wants to see the commands wants them run');
  t.equal((await compile([...args, '-a', '-DVALUE=3'])).ran, true);
});

t.test('a source that tells the time is compiled each time', async (t) => {
  const { folder, compile } = workspace(t);
  writeFileSync(
    join(folder, 'time.bpf.c'),
    '#include <linux/bpf.h>\n#include <bpf/bpf_helpers.h>\nchar when[] = __TIME__;\nSEC("xdp") int x(void *c) { return when[0]; }\n',
  );
  await sleep(60);
  await compile(['time.bpf.c']);
  t.equal((await compile(['time.bpf.c'])).ran, true);
});

t.test('a cache of broken results is as good as none', async (t) => {
  const { folder, compile } = workspace(t);
  const path = join(root, 'test/fixtures/sources/variables.bpf.c');
  const first = await compile([path]);
  const results = join(folder, 'cache/tsecc/results');
  for (const name of readdirSync(results)) writeFileSync(join(results, name), 'nonsense');
  t.same(await compile([path]), first);
  t.same(await compile([path]), { ...first, ran: false }, 'and is mended');
});
