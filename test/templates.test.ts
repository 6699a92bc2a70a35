// Each template, as a user gets it: it compiles without a warning, and clangd finds nothing wrong in it.
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readTemplates } from '../compiler/init/template.js';
import { openPackage } from '../core/package/open.js';
import { checkWithClangd } from './fixtures/clangd.js';
import { runCommand, runProgram } from './fixtures/commands.js';
import { refusedByEcli } from './fixtures/ecc/ecli-reads.js';
import { ownEnvironment, root, scratchDirectory } from './fixtures/project.js';

const env = { ...ownEnvironment(), LC_ALL: 'C' };

for (const { id, build } of readTemplates()) {
  t.test(id, async (t) => {
    const directory = scratchDirectory(t);
    const made = await runCommand('tsecc', ['init', id, '--name', 'some-name'], { cwd: directory, env });
    t.equal(made.code, 0, made.stderr);

    const compiled = await runCommand('tsecc', ['some-name.bpf.c'], { cwd: directory, env });
    t.equal(compiled.code, 0, compiled.stderr);
    t.equal(compiled.stderr, '', 'no warning');
    const strict = await runCommand('tsecc', ['-n', '-a', '-Wall -Werror', 'some-name.bpf.c'], {
      cwd: directory,
      env,
    });
    t.equal(strict.code, 0, strict.stderr);
    const text = readFileSync(join(directory, 'package.json'), 'utf8');
    const { manifest } = openPackage(Buffer.from(text));
    t.ok(manifest.meta.bpf_skel.doc?.description, 'it says what it does');
    t.same(refusedByEcli(JSON.parse(text)), [], 'ecli reads it');

    for (const file of readdirSync(directory).filter((name) => /\.[ch]$/.test(name)))
      t.same(await checkWithClangd(join(directory, file)), [], file);
    for (const command of build) {
      const line = command.replaceAll('{{name}}', 'some-name').replace(/^cc /, 'clang -c -Wall -Werror ');
      t.match(await runProgram('sh', ['-c', line], { cwd: directory, env }), { code: 0 }, line);
    }
  });
}

t.test('each lesson, after tsecc editor', async (t) => {
  const directory = scratchDirectory(t);
  const lessons = join(root, 'tutorials/lessons');
  for (const lesson of readdirSync(lessons)) {
    const folder = join(directory, lesson);
    cpSync(join(lessons, lesson), folder, { recursive: true });
    const sources = readdirSync(folder).filter((name) => /\.[ch]$/.test(name));
    t.ok(sources.length > 0, lesson);
    t.match(await runCommand('tsecc', ['editor', folder], { env }), { code: 0 });
    for (const file of sources) t.same(await checkWithClangd(join(folder, file)), [], file);
  }
});

t.test('without them, clangd is lost: the check can fail', async (t) => {
  const folder = join(scratchDirectory(t), 'bare');
  mkdirSync(folder);
  cpSync(join(root, 'tutorials/lessons/02-kprobe-unlink'), folder, { recursive: true });
  t.match(await checkWithClangd(join(folder, 'kprobe-link.bpf.c')), [/'vmlinux\.h' file not found/]);
});
