import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { root, scratchDirectory } from '../../fixtures/project.js';
import { sourceText } from '../../fixtures/sources/sources.js';
import { watchCommand } from '../../fixtures/sources/watching.js';

const program = sourceText('kernel-headers.bpf.c');
const ok = /\d\d:\d\d:\d\d ok \d+\.\d\d s\n/;
const failed = /\d\d:\d\d:\d\d failed \d+\.\d\d s\n/;

/** A directory `src` with x.bpf.c in it, in a directory of its own. */
function project(t: Test) {
  const cwd = scratchDirectory(t);
  const at = (name: string) => join(cwd, name);
  mkdirSync(at('src'));
  writeFileSync(at('src/x.bpf.c'), program);
  return { cwd, at };
}

t.test('each save is compiled, whatever happens to the files, and Ctrl-C is a good end', async (t) => {
  const { cwd, at } = project(t);
  const command = watchCommand(t, ['src/x.bpf.c'], { cwd });
  await command.says(ok);
  await command.says(/watching src\/x\.bpf\.c; Ctrl-C ends\n/);
  t.same(readdirSync(at('src')).toSorted(), ['package.json', 'x.bpf.c', 'x.bpf.o']);
  const object = () => readFileSync(at('src/x.bpf.o'), 'latin1');
  const first = object();

  writeFileSync(at('src/x.bpf.c'), `${program}\nlong another_one;\n`);
  await command.says(ok);
  t.not(object(), first);

  writeFileSync(at('src/new.tmp'), `#include "late.h"\n${program}`);
  renameSync(at('src/new.tmp'), at('src/x.bpf.c'));
  t.match(
    await command.says(failed),
    /src\/x\.bpf\.c:1:10: error: 'late\.h' file not found[^]*tsecc: compile/,
  );
  writeFileSync(at('src/late.h'), 'long late;\n');
  await command.says(ok);
  writeFileSync(at('src/late.h'), 'long late\n');
  t.match(await command.says(failed), /late\.h:1:10: error: expected ';'/);
  writeFileSync(at('src/late.h'), 'long late;\n');
  await command.says(ok);

  rmSync(at('src/x.bpf.c'));
  t.match(await command.says(failed), /tsecc: compile 'src\/x\.bpf\.c': no such file/);
  writeFileSync(at('src/x.bpf.c'), program);
  await command.says(ok);

  rmSync(at('src'), { recursive: true });
  await command.says(failed);
  mkdirSync(at('src'));
  writeFileSync(at('src/x.bpf.c'), program);
  await command.says(ok);
  t.equal(object(), first);
  writeFileSync(at('src/x.bpf.c'), `${program}// edited\n`);
  await command.says(ok);

  t.equal(await command.end(), 0);
  t.same(readdirSync(at('src')).toSorted(), ['package.json', 'x.bpf.c', 'x.bpf.o'], 'nothing is left');
});

t.test('a burst of saves is one compile, and a mode is none', async (t) => {
  const { cwd, at } = project(t);
  const command = watchCommand(t, ['src/x.bpf.c'], { cwd });
  await command.says(/Ctrl-C ends\n/);
  const { pid = 0 } = command;
  // Stopped meanwhile, it cannot but see them as one burst, however long this process is kept from saving.
  process.kill(pid, 'SIGSTOP');
  for (let save = 0; save < 5; save++) appendFileSync(at('src/x.bpf.c'), `// ${save}\n`);
  process.kill(pid, 'SIGCONT');
  await command.says(ok);
  writeFileSync(at('src/package.json.bak'), '');
  chmodSync(at('src/x.bpf.c'), 0o600);
  // Had one of those been taken for a save, a compile would come before the one of this.
  await sleep(300);
  appendFileSync(at('src/x.bpf.c'), '// last\n');
  await command.says(ok);
  t.equal(await command.end('SIGTERM'), 0);
  const after = command.seen().slice(command.seen().indexOf('Ctrl-C ends'));
  t.equal(after.match(/ ok \d/g)?.length, 2);
});

t.test('several sources are told apart, and only the one that changed is compiled', async (t) => {
  const { cwd, at } = project(t);
  mkdirSync(at('more'));
  writeFileSync(at('more/y.bpf.c'), program);
  const command = watchCommand(t, ['src/x.bpf.c', 'more/y.bpf.c', '--lang', 'zh'], { cwd });
  await command.says(/src\/x\.bpf\.c：成功，\d+\.\d\d 秒\n[^]*more\/y\.bpf\.c：成功，\d+\.\d\d 秒\n/);
  await command.says(/正在监视 src\/x\.bpf\.c, more\/y\.bpf\.c/);
  appendFileSync(at('more/y.bpf.c'), '// edited\n');
  t.notMatch(await command.says(/more\/y\.bpf\.c：成功/), /src/);
  t.equal(await command.end(), 0);
});

t.test('what is wrong from the start ends it', async (t) => {
  const { cwd, at } = project(t);
  for (const [argv, code, text] of [
    [['none.bpf.c'], 2, /no such file/],
    [['-c', 'no-such-clang', 'src/x.bpf.c'], 9, /find clang/],
  ] as const) {
    const command = watchCommand(t, argv, { cwd });
    t.match(await command.says(/\n/), text);
    t.equal(await command.end('SIGWINCH'), code);
  }
  writeFileSync(at('src/package.json'), '{"name": "npm"}');
  const command = watchCommand(t, ['src/x.bpf.c'], { cwd });
  t.match(await command.says(/\n/), /it is no BPF package/);
  t.equal(await command.end('SIGWINCH'), 2);
});

t.test('--run starts tsecli again on each new package, and ends it', async (t) => {
  const { cwd, at } = project(t);
  // tsecc, with a tsecli beside it that says how it is started and ended.
  for (const part of ['dist/bin', 'include']) cpSync(join(root, part), at(part), { recursive: true });
  writeFileSync(
    at('dist/bin/tsecli.js'),
    `console.log('run', ...process.argv.slice(2));
setInterval(() => {}, 1000);
process.once('SIGTERM', () => { console.log('ended'); process.exit(0); });`,
  );
  const argv = ['--run', 'src/x.bpf.c', '--', '--lab', '--', '-p'];
  const command = watchCommand(t, argv, { cwd, tsecc: at('dist/bin/tsecc.js') });
  await command.says(/run --lab src\/package\.json -p\n/);
  appendFileSync(at('src/x.bpf.c'), 'int broken\n');
  t.notMatch(await command.says(failed), /ended|run/, 'what is refused is not run');
  writeFileSync(at('src/x.bpf.c'), program);
  t.match(await command.says(/run --lab src\/package\.json -p\n/), /ok[^]*ended\nrun/);
  t.equal(await command.end(), 0);
  t.match(command.seen(), /ended\n$/);
  t.ok(existsSync(at('src/package.json')));
});
