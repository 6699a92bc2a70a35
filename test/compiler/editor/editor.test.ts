import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runCommand } from '../../fixtures/commands.js';
import { ownEnvironment, scratchDirectory } from '../../fixtures/project.js';

/** Types of a kernel, small. */
const types = '#ifndef V\n#define V\ntypedef unsigned int __u32;\n#endif\n';

function workspace(t: Parameters<typeof scratchDirectory>[0]) {
  const cwd = scratchDirectory(t);
  writeFileSync(join(cwd, 'types.h'), types);
  const env = { ...ownEnvironment(), XDG_CACHE_HOME: scratchDirectory(t), LC_ALL: 'C' };
  const run = async (...argv: readonly string[]) => runCommand('tsecc', ['editor', ...argv], { cwd, env });
  return { cwd, run };
}

t.test('files are written once, and made anew while they are ours', async (t) => {
  const { cwd, run } = workspace(t);
  const first = await run('--vmlinux', 'types.h');
  t.match(first, { code: 0, stderr: '' });
  t.equal(
    first.stdout,
    '.clangd\n.vscode/settings.json\n.vscode/extensions.json\n.vscode/bpf-package.schema.json\n',
  );
  t.match(await run('--vmlinux', 'types.h'), { code: 0, stdout: '', stderr: '' });
  writeFileSync(join(cwd, 'a.bpf.c'), '#include <linux/bpf.h>\n');
  t.match(await run('--vmlinux', 'types.h'), { code: 0, stdout: '.clangd\n' });
});

t.test("what is somebody's own is kept, with what to add to it", async (t) => {
  const { cwd, run } = workspace(t);
  writeFileSync(join(cwd, '.clangd'), 'mine\n');
  const { code, stdout, stderr } = await run('--vmlinux', 'types.h');
  t.equal(code, 0);
  t.notMatch(stdout, /clangd/);
  t.match(stderr, /^kept '\.clangd', which is yours; add to it:\n# It names .*\nIf:\n {2}PathMatch: /);
  t.equal(readFileSync(join(cwd, '.clangd'), 'utf8'), 'mine\n');
});

t.test('what cannot be done is told', async (t) => {
  const { run } = workspace(t);
  t.match(await run('nowhere'), {
    code: 2,
    stderr: /^tsecc: editor: there is no directory 'nowhere' \(name one with BPF sources/,
  });
  t.match(await run('--vmlinux', 'nowhere.h'), { code: 2, stderr: /read 'nowhere\.h' for vmlinux\.h/ });
  t.match(await run('--help'), { code: 0, stdout: /^Usage: tsecc editor/ });
  t.match(await run('--help', '--lang', 'zh'), { code: 0, stdout: /^用法：tsecc editor/ });
});
