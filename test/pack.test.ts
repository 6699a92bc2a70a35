import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { labPaths } from '../runtime/lab/paths.js';
import { copyProject, ownEnvironment, root, scratchDirectory } from './fixtures/project.js';

/** Runs a program to its end, without tap's own variables. */
function run(cwd: string, program: string, args: readonly string[], more: Record<string, string> = {}) {
  return spawnSync(program, args, { cwd, env: { ...ownEnvironment(), ...more }, encoding: 'utf8' });
}

/** Imports each module, and uses what is typed. */
const program = `import { TseccError, exitCodes } from 'tsecc/core';
import { compile, type CompileResult } from 'tsecc/compiler';
import { openLab, type Lab } from 'tsecc/lab';
import { openPackage, run, type RunEvent } from 'tsecc/runtime';
const { manifest } = await openPackage(process.argv[2] ?? '');
const error: unknown = await openPackage(new Uint8Array()).catch((thrown: unknown) => thrown);
if (!(error instanceof TseccError)) throw error;
export async function* filesOf(lab: Lab, made: CompileResult): AsyncGenerator<string> {
  for await (const event of lab.run<{ events: { file: string } }>(made)) {
    if (event.kind === 'record') yield event.data.file;
  }
}
export const kinds = (event: RunEvent): string => event.kind;
void openLab;
console.log(manifest.meta.bpf_skel.obj_name, error.code, exitCodes[error.code], typeof compile, typeof run);
`;

t.test('what npm pack makes, installed into an empty project, works', async (t) => {
  const directory = scratchDirectory(t);
  const clone = join(directory, 'clone');
  const project = join(directory, 'project');
  const work = join(directory, 'work');
  const cache = join(directory, 'cache');
  copyProject(clone);
  for (const made of [project, work, join(cache, 'tsecc/lab')]) mkdirSync(made, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"name":"empty"}');

  // It was built already; that packing builds is seen where the README packs.
  const packed = run(clone, 'npm', ['pack', '--ignore-scripts', '--pack-destination', directory]);
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

  writeFileSync(join(project, 'use.mts'), program);
  for (const types of ['@types/node', 'undici-types']) {
    mkdirSync(join(project, 'node_modules', types, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', types), join(project, 'node_modules', types));
  }
  // Types of packages that ours hang on are looked at as well: a consumer may.
  const checked = run(project, process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    ...['--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2022'],
    ...['--lib', 'es2023,esnext.disposable', '--types', 'node', 'use.mts'],
  ]);
  t.equal(checked.stdout, '');
  t.equal(checked.status, 0);
  const used = run(project, process.execPath, ['use.mjs', join(work, 'package.json')]);
  t.equal(used.stdout, 'kprobe_link_bpf package-invalid 7 function function\n', used.stderr);
});
