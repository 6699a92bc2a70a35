import t from 'tap';
import { chinese } from '../../../core/languages/zh.js';
import { translator } from '../../../core/message.js';
import { helpText } from '../../../runtime/options/help.js';
import { optionTable } from '../../../runtime/options/table.js';

t.test('the help shows every option, fits a terminal, and gives examples', async (t) => {
  const lines = helpText(String).split('\n');
  for (const { name } of optionTable) {
    t.ok(
      lines.some((line) => line.includes(`--${name}`)),
      name,
    );
  }
  t.ok(lines.every((line) => line.length <= 115));
  t.match(helpText(String), /^Usage: tsecli \[run\] \[options\] PACKAGE/);
  t.match(helpText(String), /Examples:\n {2}sudo tsecli package\.json {2,}runs it/);
  t.match(helpText(String), / {2}-j, --json {2,}print each event/);
  t.match(helpText(String), / {6}--lab\[=KERNEL\]/);
});

t.test('it is said in Chinese too', async (t) => {
  const text = helpText(translator(chinese));
  t.match(text, /^用法：tsecli \[run\] \[options\] PACKAGE/);
  t.match(text, / {2}-j, --json {2,}每个事件输出为一行 JSON 对象/);
  for (const { name } of optionTable) t.ok(text.includes(`--${name}`), name);
  t.notMatch(text, /Examples|Options|prints/);
});
