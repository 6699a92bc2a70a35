import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { labPaths } from '../runtime/lab/paths.js';
import { copyProject, ownEnvironment, scratchDirectory } from './fixtures/project.js';

t.setTimeout(300_000);

/** Runs a program to its end, without tap's own variables. */
function run(cwd: string, program: string, args: readonly string[], more: Record<string, string> = {}) {
  return spawnSync(program, args, { cwd, env: { ...ownEnvironment(), ...more }, encoding: 'utf8' });
}

t.test('what npm pack makes, installed into an empty project, works', async (t) => {
  const directory = scratchDirectory(t);
  const clone = join(directory, 'clone');
  const project = join(directory, 'project');
  const work = join(directory, 'work');
  const cache = join(directory, 'cache');
  copyProject(clone);
  for (const made of [project, work, join(cache, 'tsecc/lab')]) mkdirSync(made, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"name":"empty"}');

  const packed = run(clone, 'npm', ['pack', '--pack-destination', directory]);
  t.equal(packed.status, 0, packed.stderr);
  const tarball = readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '';

  const installed = run(project, 'npm', [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    join('..', tarball),
  ]);
  t.equal(installed.status, 0, installed.stderr);

  const inside = readdirSync(join(project, 'node_modules/tsecc'), { recursive: true, encoding: 'utf8' });
  t.notOk(
    inside.some(
      (path) => path.endsWith('.built-from') || path.startsWith('test') || path.startsWith('runtime'),
    ),
    'nothing is published that only the repository needs',
  );

  cpSync('tutorials/lessons/02-kprobe-unlink/kprobe-link.bpf.c', join(work, 'kprobe-link.bpf.c'));
  const bin = (name: string) => join(project, 'node_modules/.bin', name);
  const compiled = run(work, bin('tsecc'), ['kprobe-link.bpf.c']);
  t.equal(compiled.stdout, 'Compiling bpf object...\nPacking ebpf object and config into package.json...\n');
  t.equal(compiled.status, 0, compiled.stderr);

  // An installation elsewhere makes a snapshot of its own, which must not take the place of the project's.
  symlinkSync(labPaths(process.env).kernels, join(cache, 'tsecc/lab/kernels'));

  const args = ['-q', '--lab=6.1', '--exec', 'touch test1; rm test1', 'package.json'];
  const ran = run(work, bin('tsecli'), args, { XDG_CACHE_HOME: cache });
  t.match(
    ran.stdout,
    /^\s*rm-(\d+) .*: KPROBE ENTRY pid = \1, filename = test1\n.*: KPROBE EXIT: pid = \1, ret = 0\n$/,
  );
  t.equal(ran.status, 0, ran.stderr);

  writeFileSync(
    join(project, 'use.mjs'),
    `import { readObject } from 'tsecc/core';\nimport { compile } from 'tsecc/compiler';\nconsole.log(typeof readObject, typeof compile);\n`,
  );
  t.equal(
    run(project, process.execPath, ['use.mjs']).stdout,
    'function function\n',
    'the library can be imported',
  );
});
