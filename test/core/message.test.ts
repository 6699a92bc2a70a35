import fc from 'fast-check';
import t from 'tap';
import { joinPhrases, Message, message, revivePhrase, translator } from '../../core/message.js';

t.test('a message reads in English as its template does', async (t) => {
  const said = message`attach '${'prog'}' to ${'kprobe/x'}: ${3n} of ${4}`;
  t.equal(String(said), "attach 'prog' to kprobe/x: 3 of 4");
  t.equal(said.key, "attach '{0}' to {1}: {2} of {3}");
  t.equal(String(message`plain`), 'plain');
});

t.test('a translation may order the gaps otherwise, and messages in gaps are translated too', async (t) => {
  const translate = translator({ '{0} of {1}': '{1} 的 {0}', 'no such file': '没有这个文件' });
  t.equal(translate(message`${message`no such file`} of ${'b'}`), 'b 的 没有这个文件');
  t.equal(translate('a string'), 'a string');
  t.equal(
    translate(message`unknown ${message`no such file`}`),
    'unknown 没有这个文件',
    'what is missing stays English',
  );
});

t.test('values that look like gaps, and names of objects, do no harm', async (t) => {
  const translate = translator({ 'a {0} b {1}': '甲 {0} 乙 {1}' });
  t.equal(translate(message`a ${'{1}'} b ${'x'}`), '甲 {1} 乙 x');
  t.equal(translate(new Message('toString', [])), 'toString');
  t.equal(String(new Message('{7}', [])), '{7}');
});

t.test('any values stand in English where the template has them', async () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => String(message`<${a}|${b}>`) === `<${a}|${b}>`));
});

t.test('a phrase that was kept as JSON can be said in other languages again', async (t) => {
  const kept = message`a ${message`b ${1}`} ${'c'}`;
  const revived = revivePhrase(JSON.parse(JSON.stringify(kept)));
  t.equal(String(revived), 'a b 1 c');
  t.equal(translator({ 'b {0}': 'B{0}' })(revived), 'a B1 c');
  t.equal(revivePhrase('plain'), 'plain');
});

t.test('phrases are joined with words that have translations too', async (t) => {
  const joined = joinPhrases(['a', message`b`, 'c'], (before, next) => message`${before} and ${next}`);
  t.equal(String(joined), 'a and b and c');
  t.equal(translator({ '{0} and {1}': '{0} 和 {1}' })(joined), 'a 和 b 和 c');
  t.equal(
    joinPhrases([], (before, next) => message`${before}${next}`),
    '',
  );
});
