import t from 'tap';
import { askedLanguage, languageOf, speak, speaking } from '../../core/language.js';
import { message } from '../../core/message.js';
import { memoryIo } from '../fixtures/kernel/memory-io.js';

t.test('the language is the one asked for, else that of the locale', async (t) => {
  t.equal(languageOf({}), 'en');
  t.equal(languageOf({ LANG: 'zh_CN.UTF-8' }), 'zh');
  t.equal(languageOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }), 'en');
  t.equal(languageOf({ LANG: 'de_DE', LC_MESSAGES: 'zh_TW' }), 'zh');
  t.equal(languageOf({ LANG: 'zh_CN' }, 'en'), 'en');
  t.equal(languageOf({}, 'zh-CN'), 'zh');
  t.throws(() => languageOf({}, 'tlh'), { code: 'usage', cure: 'one of en, zh' });
});

t.test('English is spoken without a catalog', async (t) => {
  t.equal((await speak('en'))(message`read '${'x'}'`), "read 'x'");
  t.equal((await speak('zh'))('as it is'), 'as it is');
});

t.test('a command line asks for it anywhere, and the last word counts', async (t) => {
  t.equal(askedLanguage(['a', '--lang', 'zh', 'b']), 'zh');
  t.equal(askedLanguage(['--lang=zh', '--lang=en']), 'en');
  t.equal(askedLanguage(['--language', 'zh']), undefined);
  t.equal(askedLanguage(['--lang']), undefined);
});

t.test('surroundings get the language of who uses the command', async (t) => {
  const { language, translate = String } = await speaking([], memoryIo({ LANG: 'zh_CN.UTF-8' }));
  t.equal(language, 'zh');
  t.equal(translate(message`it is a directory`), '这是目录');
  const english = await speaking(['--lang=fr'], memoryIo({ LANG: 'zh_CN.UTF-8' }));
  t.equal(english.language, 'en', 'one that there is not is told in English');
});
