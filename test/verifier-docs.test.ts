// The page of refusals has each kind, in the words that are printed.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { speak } from '../core/language.js';
import { explained } from './fixtures/verifier/explained.js';
import { refusedIds } from './fixtures/verifier/refused.js';

const plain = (text: string): string => text.replaceAll(/\\([|*_])/g, '$1').replaceAll('&lt;', '<');

for (const [language, path] of [
  ['en', 'docs/verifier.md'],
  ['zh', 'docs/verifier.zh.md'],
] as const) {
  t.test(`${path} tells of each kind what is printed`, async (t) => {
    const translate = await speak(language);
    const page = plain(readFileSync(path, 'utf8'));
    for (const id of refusedIds) {
      const { why, cure } = explained(id);
      t.ok(page.includes(`| \`${id}\``), id);
      t.ok(page.includes(`${translate(why)}<br>→ ${translate(cure)}`), `${id}: ${translate(why)}`);
    }
  });
}
