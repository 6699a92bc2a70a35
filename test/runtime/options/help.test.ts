import t from 'tap';
import { helpText } from '../../../runtime/options/help.js';
import { optionTable } from '../../../runtime/options/table.js';

t.test('the help shows every option, fits a terminal, and gives examples', async (t) => {
  const lines = helpText().split('\n');
  for (const { name } of optionTable) {
    t.ok(
      lines.some((line) => line.includes(`--${name}`)),
      name,
    );
  }
  t.ok(lines.every((line) => line.length <= 115));
  t.match(helpText(), /^Usage: tsecli \[run\] \[options\] PACKAGE/);
  t.match(helpText(), /Examples:\n {2}sudo tsecli package.json\n/);
  t.match(helpText(), / {2}-j, --json {2,}print each event/);
  t.match(helpText(), / {6}--lab\[=KERNEL\]/);
});
