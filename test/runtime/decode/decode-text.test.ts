import * as fc from 'fast-check';
import t from 'tap';
import { decodeText, textEnd } from '../../../runtime/decode/decode-text.js';

const decode = (...bytes: number[]): string => decodeText(Buffer.from(bytes), 0, bytes.length);

t.test('finds the end of text', async (t) => {
  const bytes = Buffer.from('ab\0cd');
  t.equal(textEnd(bytes, 0, 5), 2);
  t.equal(textEnd(bytes, 3, 5), 5, 'no NUL');
  t.equal(textEnd(bytes, 2, 5), 2, 'empty');
});

t.test('decodes UTF-8, and shows each byte that is none', async (t) => {
  t.equal(decodeText(Buffer.from('xplainy'), 1, 6), 'plain');
  t.equal(decodeText(Buffer.from('中文 ä 🐝\ufeff'), 0, 18), '中文 ä 🐝\ufeff');
  t.equal(decode(0x61, 0xff, 0x62), 'a\\xffb');
  t.equal(decode(0xc3), '\\xc3', 'cut off');
  t.equal(decode(0xe4, 0xb8), '\\xe4\\xb8', 'cut off later');
  t.equal(decode(0xc0, 0x80), '\\xc0\\x80', 'overlong');
  t.equal(decode(0xe0, 0x80, 0x80), '\\xe0\\x80\\x80', 'overlong in three');
  t.equal(decode(0xed, 0xa0, 0x80), '\\xed\\xa0\\x80', 'a surrogate');
  t.equal(decode(0xf0, 0x80, 0x80, 0x80), '\\xf0\\x80\\x80\\x80', 'overlong in four');
  t.equal(decode(0xf4, 0x90, 0x80, 0x80), '\\xf4\\x90\\x80\\x80', 'beyond Unicode');
});

t.test('never throws, and is exact for what is text', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = Buffer.from(text);
      return decodeText(bytes, 0, bytes.length) === text;
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      // Where the platform sees a fault, there is an escape, and nowhere else.
      const ours = decodeText(Buffer.from(bytes), 0, bytes.length);
      const theirs = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      return theirs.includes('\ufffd') ? ours.includes('\\x') || ours.includes('\ufffd') : ours === theirs;
    }),
  );
  t.pass();
});
