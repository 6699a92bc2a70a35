import * as fc from 'fast-check';
import t from 'tap';
import { escapeText } from '../../core/escape.js';

t.test('makes control characters visible', async (t) => {
  t.equal(escapeText('\x1b[2J\x07'), '\\x1b[2J\\x07');
  t.equal(escapeText('a\rb\x7f'), 'a\\x0db\\x7f');
  t.equal(escapeText('\x9b31m'), '\\x9b31m');
  t.equal(escapeText('nul\0'), 'nul\\x00');
});

t.test('makes visible what turns the direction of text around, and halves of characters', async (t) => {
  t.equal(escapeText('gpj\u202eexe'), 'gpj\\u{202e}exe');
  t.equal(escapeText('\u2066x\u2069'), '\\u{2066}x\\u{2069}');
  t.equal(escapeText('\ud800!'), '\\u{d800}!');
});

t.test('keeps ordinary text of all scripts', async (t) => {
  const text = 'rm /tmp/测试 – naïve שלום مرحبا 🐝 \\x1b';
  t.equal(escapeText(text), text);
});

t.test('keeps tabs and line feeds only when told to', async (t) => {
  t.equal(escapeText('a\tb\nc\rd', { keepLines: true }), 'a\tb\nc\\x0dd');
  t.equal(escapeText('a\tb\n'), 'a\\x09b\\x0a');
});

t.test('leaves nothing hostile in any text', async () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        const escaped = escapeText(text);
        return !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(escaped);
      },
    ),
    { numRuns: 1000 },
  );
});
