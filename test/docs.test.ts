import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { optionRows } from '../compiler/command-options.js';
import { exitCodes } from '../core/errors.js';
import { optionTable } from '../runtime/options/table.js';
import { readBlocks, readOutline, readTables } from './fixtures/markdown.js';

const read = (path: string) => readFileSync(path, 'utf8');

/** Every text that users read. */
const texts = ['.', 'docs', 'tutorials']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.md'))
  .sort();

t.test('each Chinese text has the blocks, headings and tables of its English twin', async (t) => {
  const chinese = texts.filter((path) => path.endsWith('.zh.md'));
  t.ok(chinese.length >= 4);
  for (const path of chinese) {
    const twin = path.replace('.zh.md', '.md');
    const essence = (text: string) => ({
      blocks: readBlocks(text).map(({ language, lines, notes }) => ({
        ...{ language, notes },
        // Such as a screen: what it shows is in the reader's language.
        lines: notes.includes('translated') ? [] : lines,
      })),
      outline: readOutline(text),
      tables: readTables(text),
    });
    t.same(essence(read(path)), essence(read(twin)), path);
  }
});

t.test('links between the texts lead to files that exist', async (t) => {
  for (const path of texts) {
    for (const [, target = ''] of read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      t.ok(existsSync(join(dirname(path), target)), `${path}: ${target}`);
    }
  }
});

/** Where the options of each command are told. */
const references = [
  { path: 'docs/cli.md', rows: optionRows },
  { path: 'docs/cli.zh.md', rows: optionRows },
  { path: 'docs/tsecli.md', rows: optionTable },
  { path: 'docs/tsecli.zh.md', rows: optionTable },
] as const;

t.test('the reference has every option of both commands, in both languages', async (t) => {
  for (const { path, rows } of references) {
    const reference = read(path);
    for (const { name } of rows) t.ok(reference.includes(`--${name}`), `${path}: --${name}`);
  }
});

t.test('the reference names no option that there is not', async (t) => {
  const known = new Set<string>(
    [...optionRows, ...optionTable].map(({ name }) => name).concat('new', 'list', 'name'),
  );
  for (const { path } of references) {
    for (const [, name = ''] of read(path).matchAll(/^\| `(?:-\w`, `)?--([a-z-]+)/gm))
      t.ok(known.has(name) || name === 'x', `${path}: --${name}`);
  }
});

t.test('the tables of exit codes are those of the code', async (t) => {
  const codes = [...new Set([0, ...Object.values(exitCodes)])];
  for (const path of ['README.md', 'README.zh.md', 'docs/tsecli.md', 'docs/tsecli.zh.md']) {
    const listed = [...read(path).matchAll(/^\| (\d) +\|/gm)].map((match) => Number(match[1]));
    t.same(
      listed,
      codes.toSorted((a, b) => a - b),
      path,
    );
  }
});
