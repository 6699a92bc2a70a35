// Every message in the sources has its Chinese, and every Chinese one its message.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { chinese } from '../../../core/languages/zh.js';
import { optionTable } from '../../../runtime/options/table.js';
import { root } from '../../fixtures/project.js';
import { messageKeys } from '../../fixtures/message-keys.js';

const keys = new Set([
  // Helps of tsecli's options are plain texts.
  ...optionTable.map(({ help }) => help),
  ...['core', 'compiler', 'runtime', 'tutorials'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => messageKeys(readFileSync(join(root, room, name), 'utf8'))),
  ),
]);
const gaps = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].toSorted();

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

t.test('messages are found in sources, whatever stands in their gaps', async (t) => {
  t.same(messageKeys('x(message`a ${f({ b: `c` })} d`, message`e`); nomessage`f`'), ['a {0} d', 'e']);
  t.same(messageKeys("message`it\\'s \\` ${message`inner ${1}`}`"), ["it's ` {0}", 'inner {0}']);
});
