// Builds dist/: the library with its types (tsc), and one bundled file per command (esbuild).
// `--bundles` makes the commands only: enough while working on them, and done in half a second.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generateValidator } from './generate-validator.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Each command and each program of the lab's guest is one file, so that starting it reads one file.
const bundles = {
  tsecc: 'compiler/bin.ts',
  tsecli: 'runtime/bin.ts',
  'lab-agent': 'runtime/lab/guest/agent.ts',
  'lab-worker': 'runtime/lab/guest/worker.ts',
};

await generateValidator(root);
if (!process.argv.includes('--bundles')) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const tsc = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
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

const entries = Object.entries(bundles).filter(([, source]) => existsSync(join(root, source)));
for (const [name, source] of entries) {
  await build({
    entryPoints: { [name]: join(root, source) },
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
    // koffi finds its native part beside its own files.
    external: ['koffi'],
    banner: {
      // handlebars contains CommonJS that asks for require.
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
    logLevel: 'warning',
  });
  chmodSync(join(root, 'dist/bin', `${name}.js`), 0o755);
}
