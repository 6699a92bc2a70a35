// Every message in the sources has its Chinese, and every Chinese one its message.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { chinese } from '../../../core/languages/zh.js';
import type { Catalog } from '../../../core/message.js';
import { root } from '../../fixtures/project.js';
import { messageKeys } from '../../fixtures/message-keys.js';
import { untaggedSentences } from '../../fixtures/untagged-sentences.js';

const sources = ['core', 'compiler', 'runtime', 'tutorials'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ path: join(room, name), text: readFileSync(join(root, room, name), 'utf8') })),
);
const keys = new Set(sources.flatMap(({ text }) => messageKeys(text)));
const gaps = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].toSorted();

/** The catalogs that the one is made of, by file. */
async function parts(): Promise<readonly (readonly [file: string, catalog: Catalog])[]> {
  const folder = join(root, 'core/languages/zh');
  return await Promise.all(
    readdirSync(folder).map(async (file) => {
      const module: Readonly<Record<string, Catalog>> = await import(pathToFileURL(join(folder, file)).href);
      const catalogs = Object.values(module);
      return [file, Object.assign({}, ...catalogs)] as const;
    }),
  );
}

t.test('each message of the sources is translated, with the same gaps', async (t) => {
  for (const key of keys) {
    const text = chinese[key];
    t.ok(text, key);
    t.same(gaps(text ?? ''), gaps(key), key);
  }
});

t.test('nothing is translated that nobody says', async (t) => {
  for (const key of Object.keys(chinese)) t.ok(keys.has(key), key);
});

t.test('each catalog is in the order of its keys, and no key is in two', async (t) => {
  const seen = new Map<string, string>();
  for (const [file, catalog] of await parts()) {
    const own = Object.keys(catalog);
    t.same(own, own.toSorted(), file);
    for (const key of own) {
      t.equal(seen.get(key), undefined, `${file}: ${key}`);
      seen.set(key, file);
    }
  }
  t.same([...seen.keys()].toSorted(), Object.keys(chinese).toSorted());
});

// What is left of these is names: words that stay in Chinese texts as they are.
const names =
  /\b(?:BPF|CONFIG_\w+|LSM|MB|Linux|SEC|actions?|bundle|clsact|errno|fields|hook|lab|map|note|qdisc|stapsdt|tracepoint)\b/g;

t.test('what is translated is Chinese, unless it is but names', async (t) => {
  for (const [key, text] of Object.entries(chinese)) {
    const words = key.replaceAll(/\{\d+\}|--[\w-]+/g, '').replaceAll(names, '');
    if (/[a-z]{2,}/i.test(words)) t.match(text, /[\u4e00-\u9fff]/, key);
  }
});

t.test('messages are found in sources, whatever stands in their gaps', async (t) => {
  t.same(messageKeys('x(message`a ${f({ b: `c` })} d`, message`e`); nomessage`f`'), ['a {0} d', 'e']);
  t.same(messageKeys("message`it\\'s \\` ${message`inner ${1}`}`"), ["it's ` {0}", 'inner {0}']);
});

t.test('no error and no cure is plain text, which nobody could translate', async (t) => {
  const code = sources.filter(({ path }) => !path.startsWith('core/languages/'));
  for (const { path, text } of code) t.same(untaggedSentences(text), [], path);
});

t.test('plain text is found, whatever chooses it', async (t) => {
  t.same(untaggedSentences("new TseccError('usage', message`a`, { cure: a ? message`b` : undefined })"), []);
  t.same(untaggedSentences("new TseccError('usage', 'a', { cure: a ? `b ${c}` : message`d` })"), [
    "'a'",
    '`b ${c}`',
  ]);
  t.same(untaggedSentences("new ElfError(a ?? 'b')"), ["'b'"]);
});
