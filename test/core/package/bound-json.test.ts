import * as fc from 'fast-check';
import t from 'tap';
import { boundJson } from '../../../core/package/bound-json.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

t.test('nesting deeper than 64 levels is refused where it happens', async (t) => {
  t.doesNotThrow(() => boundJson(bytes('['.repeat(64) + ']'.repeat(64))));
  t.throws(() => boundJson(bytes(` ${'['.repeat(65)}`)), {
    message: 'open package: byte 65: nested deeper than 64 levels',
  });
});

t.test('more than a million values are refused', async (t) => {
  t.throws(() => boundJson(bytes(`[${'[],'.repeat(600_000)}[]]`)), {
    message: /^open package: byte \d+: more than 1000000 values$/,
  });
});

t.test('brackets and commas inside strings do not count', async (t) => {
  t.doesNotThrow(() => boundJson(bytes(`["${'[{,\\"'.repeat(300_000)}", "\\\\"]`)));
  t.throws(
    () => boundJson(bytes(`["\\\\"${',['.repeat(80)}`)),
    { message: /nested deeper/ },
    'a string that ends in a backslash ends',
  );
});

t.test('ordinary JSON always passes', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(fc.property(fc.json({ maxDepth: 20 }), (json) => (boundJson(bytes(json)), true))),
  );
});
