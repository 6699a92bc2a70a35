import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import t from 'tap';
import { writeScripts } from '../../../tools/bundle/write-scripts.mjs';

const sources = {
  'main.ts': `
    import { basename } from 'node:path';
    import { shared } from './shared.js';
    console.log(basename(import.meta.url), shared);
    void import('./later.js').then(async ({ later }) => {
      console.log(later, (await import('node:os')).EOL === '\\n');
    });`,
  'shared.ts': `export const shared = { from: 'both' };`,
  'later.ts': `import { shared } from './shared.js'; shared.from = 'later'; export const later = shared;`,
};

async function buildProgram(folder: string) {
  const built = await build({
    entryPoints: { program: join(folder, 'main.ts') },
    outdir: join(folder, 'bin'),
    absWorkingDir: folder,
    entryNames: 'chunks/program-[hash]',
    chunkNames: 'chunks/program-[hash]',
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', write: false, metafile: true },
  });
  const entry = Object.entries(built.metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'main.ts');
  const program = join(folder, 'bin/program.js');
  await writeScripts(built, { entry: join(folder, entry?.[0] ?? ''), program });
  writeFileSync(join(folder, 'bin/package.json'), '{"type":"commonjs"}');
  return program;
}

const run = (program: string): string => execFileSync(process.execPath, [program], { encoding: 'utf8' });

t.test('modules become scripts that share their state, at once and on demand', async (t) => {
  const folder = t.testdir(sources);
  const program = await buildProgram(folder);
  t.match(run(program), /^program-\w+\.js \{ from: 'both' \}\n\{ from: 'later' \} true\n$/);
  const chunks = join(folder, 'bin/chunks');
  const scripts = readdirSync(chunks).filter((name) => name.endsWith('.js'));
  t.ok(scripts.length >= 2);
  for (const name of scripts) {
    const filename = join(chunks, name);
    const cachedData = readFileSync(`${filename}.cache`);
    t.equal(new Script(readFileSync(filename, 'utf8'), { filename, cachedData }).cachedDataRejected, false);
  }
});

t.test('without a cache, or with one of another V8, they run as well', async (t) => {
  const folder = t.testdir(sources);
  const program = await buildProgram(folder);
  const chunks = join(folder, 'bin/chunks');
  const caches = readdirSync(chunks).filter((name) => name.endsWith('.cache'));
  writeFileSync(join(chunks, caches[0] ?? ''), 'what another one wrote');
  for (const name of caches.slice(1)) rmSync(join(chunks, name));
  t.match(run(program), /later/);
});

t.test('what an older build left goes', async (t) => {
  const folder = t.testdir({ ...sources, bin: { chunks: { 'program-OLD.js': '', 'other-OLD.js': '' } } });
  await buildProgram(folder);
  const names = readdirSync(join(folder, 'bin/chunks'));
  t.notOk(names.includes('program-OLD.js'));
  t.ok(names.includes('other-OLD.js'), 'of another program');
});

t.test('a text that only looks like an import on demand stops the build', async (t) => {
  const folder = t.testdir({ 'main.ts': `console.log('write import("tsecc/runtime")');` });
  await t.rejects(buildProgram(folder), { message: '0 imports on demand, but 1 that look so' });
});
