// Builds dist/: the library with its types (tsc), and one bundled file per command (esbuild).
// `--bundles` makes the commands only: enough while working on them, and done in half a second.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeScripts } from './bundle/write-scripts.mjs';
import { generateValidator } from './generate-validator.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Each command and each program of the lab's guest, with the modules whose imports stay together in a file each:
// opening a file takes longer than reading it, and start-up is most of a short command's time.
const bundles = {
  tsecc: { entry: 'compiler/bin.ts', together: ['compiler/cli.ts'] },
  tsecli: { entry: 'runtime/bin.ts', together: ['runtime/cli.ts', 'runtime/session/run-package.ts'] },
  tselearn: { entry: 'tutorials/runner/bin.ts', together: ['tutorials/runner/cli.ts'] },
  'lab-agent': { entry: 'runtime/lab/guest/agent.ts', together: [] },
  'lab-worker': { entry: 'runtime/lab/guest/worker.ts', together: [] },
};

await generateValidator(root);
if (!process.argv.includes('--bundles')) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  // Whether the types are right is what `npm run check` looks at; that takes as long again, and changes nothing here.
  const tsc = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--noCheck'],
    { stdio: 'inherit' },
  );
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}

// Both commands' chunks and the library find the C grammar here: without it no install script has anything to do.
const require = createRequire(import.meta.url);
mkdirSync(join(root, 'dist/bin'), { recursive: true });
for (const wasm of [
  require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  require.resolve('tree-sitter-c/tree-sitter-c.wasm'),
]) {
  copyFileSync(wasm, join(root, 'dist/bin', basename(wasm)));
}

// The scripts of the commands are no modules, whatever the package's other files are.
writeFileSync(join(root, 'dist/bin/package.json'), '{"type":"commonjs"}\n');
for (const [name, { entry, together }] of Object.entries(bundles)) {
  const built = await build({
    entryPoints: { [name]: join(root, entry) },
    write: false,
    metafile: true,
    absWorkingDir: root,
    entryNames: `chunks/${name}-[hash]`,
    outdir: join(root, 'dist/bin'),
    bundle: true,
    // What a command imports only when it is asked for goes into chunks of its own.
    splitting: true,
    chunkNames: `chunks/${name}-[hash]`,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    plugins: [keepTogether(together.map((path) => join(root, path)))],
    // koffi finds its native part beside its own files.
    external: ['koffi'],
    logLevel: 'warning',
  });
  const [first] = Object.entries(built.metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  await writeScripts(built, { entry: join(root, first), program: join(root, 'dist/bin', `${name}.js`) });
}

/**
 * Keeps what the modules import in one file for each of them. esbuild puts modules into one file when the same imports
 * on demand reach them: so all of them are made to reach all of these.
 */
function keepTogether(modules) {
  return {
    name: 'keep-together',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir, namespace }) =>
        kind === 'dynamic-import' && namespace === 'file'
          ? { namespace: 'on-demand', path: join(resolveDir, path) }
          : undefined,
      );
      onLoad({ filter: /./, namespace: 'on-demand' }, ({ path }) => ({
        resolveDir: dirname(path),
        contents: [
          ...modules.map((module) => `import ${JSON.stringify(module)};`),
          `export * from ${JSON.stringify(path)};`,
        ].join('\n'),
      }));
    },
  };
}
