import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { CompileError } from '../../compiler/compile-error.js';
import { compile } from '../../compiler/compile.js';
import { openPackage } from '../../core/package/open.js';
import { writePackage } from '../../core/package/write.js';
import { sourceText } from '../fixtures/sources/sources.js';

t.test('a source becomes a package, and nothing is written', async (t) => {
  const directory = t.testdir({ 'kprobe-link.bpf.c': sourceText('kprobe-link.bpf.c') });
  const path = `${directory}/kprobe-link.bpf.c`;
  const made = await compile(path, { types: true });
  t.equal(made.manifest.meta.bpf_skel.obj_name, 'kprobe_link_bpf');
  t.match(made.types, /export interface Events/);
  t.same(made.files, []);
  t.same(readdirSync(directory), ['kprobe-link.bpf.c']);
  const opened = openPackage(Buffer.from(writePackage(made.manifest.meta, made.object)));
  t.same(Buffer.from(opened.object), Buffer.from(made.object), 'it is a package as any other');
  t.same((await compile(pathToFileURL(path))).manifest, made.manifest);
});

t.test('where a directory is given, the files are those of the command', async (t) => {
  const directory = t.testdir({ 'kprobe-link.bpf.c': sourceText('kprobe-link.bpf.c') });
  const outputDirectory = `${directory}/out`;
  const made = await compile(`${directory}/kprobe-link.bpf.c`, { outputDirectory, types: true });
  t.same(
    made.files,
    ['kprobe-link.bpf.o', 'package.json', 'kprobe-link.d.ts'].map((name) => `${outputDirectory}/${name}`),
  );
  t.equal(readFileSync(`${outputDirectory}/kprobe-link.d.ts`, 'utf8'), made.types);
  t.same(readdirSync(outputDirectory).sort(), ['kprobe-link.bpf.o', 'kprobe-link.d.ts', 'package.json']);
});

t.test('a source that is refused throws its diagnostics, each with its place', async (t) => {
  const directory = t.testdir({ 'x.bpf.c': 'int x = y;\n' });
  const error: unknown = await compile(`${directory}/x.bpf.c`).catch((thrown: unknown) => thrown);
  if (!(error instanceof CompileError)) throw error;
  t.equal(error.code, 'compile-failed');
  t.match(error.diagnostics, [{ severity: 'error', location: { line: 1, column: 9 } }]);
  await t.rejects(compile(`${directory}/none.bpf.c`), { code: 'usage', message: /no such file/ });
});

t.test('an abort ends it', async (t) => {
  const directory = t.testdir({ 'kprobe-link.bpf.c': sourceText('kprobe-link.bpf.c') });
  const signal = AbortSignal.abort(new Error('enough'));
  await t.rejects(compile(`${directory}/kprobe-link.bpf.c`, { signal, reuse: false }));
});
