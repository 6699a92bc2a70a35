import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Which rooms each room may import from, beside itself. The direction is the architecture: there is no way back. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  compiler: ['core'],
  runtime: ['core'],
  tutorials: ['core', 'compiler', 'runtime'],
};

/** Modules of Node that make core more than "bytes in, values out". */
const outsideWorld = /^node:(fs|child_process|os|net|http|https|worker_threads|process)(\/|$)/;

/** Files that hold types, re-exports or an entry's single call: nothing in them can be tested apart. */
const withoutTwin = [
  /^core\/command\.ts$/,
  /\/types\.ts$/,
  /(^|\/)index\.ts$/,
  /\/bin\.ts$/,
  // The catalog that they make is tested whole.
  /^core\/languages\/\w+\/[\w-]+\.ts$/,
  /\/guest\/(agent|worker)\.ts$/,
  /\.generated\.(d\.)?ts$/,
];

function sourcesIn(room: string): readonly string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    .map((path) => join(room, path))
    .sort();
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
}

function roomOf(file: string, specifier: string): string {
  return relative(root, join(root, dirname(file), specifier)).split('/')[0] ?? '';
}

for (const room of Object.keys(mayImport)) {
  // What lessons hold is for learners: their programs are no modules of ours, and their proof runs them.
  const sources = sourcesIn(room).filter((file) => !file.startsWith('tutorials/lessons/'));
  t.test(`${room} imports only from the rooms below it`, async (t) => {
    if (room !== 'tutorials') t.not(sources.length, 0, `${room} has sources`);
    for (const file of sources) {
      for (const specifier of importsOf(file).filter((specifier) => specifier.startsWith('.'))) {
        const target = roomOf(file, specifier);
        t.ok(target === room || mayImport[room]?.includes(target), `${file} imports ${specifier}`);
      }
    }
  });

  t.test(`each module of ${room} has a test of its own`, async (t) => {
    for (const file of sources.filter((file) => !withoutTwin.some((pattern) => pattern.test(file)))) {
      const twin = join('test', file.replace(/\.ts$/, '.test.ts'));
      t.ok(
        readdirSync(join(root, dirname(twin))).includes(twin.split('/').at(-1) ?? ''),
        `${file} has ${twin}`,
      );
    }
  });
}

t.test('core touches no file, process or network', async (t) => {
  for (const file of sourcesIn('core')) {
    t.same(
      importsOf(file).filter((specifier) => outsideWorld.test(specifier)),
      [],
      file,
    );
  }
});

t.test('native calls, /proc and /sys stay in runtime/kernel', async (t) => {
  const outside = sourcesIn('runtime').filter((file) => !file.startsWith('runtime/kernel/'));
  for (const file of outside) {
    t.same(
      importsOf(file).filter((specifier) => specifier === 'koffi' || specifier.endsWith('/libc.js')),
      [],
      file,
    );
  }
});
