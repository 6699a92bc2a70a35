import t from 'tap';
import { commandTable } from '../../../runtime/options/commands.js';
import { optionTable, type OptionRow } from '../../../runtime/options/table.js';
import { printCompletion } from '../../../runtime/completion/print-completion.js';
import { speaking } from '../../../core/language.js';
import { bashCompletion } from '../../fixtures/complete.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';

const rows: readonly OptionRow[] = optionTable;

async function print(...argv: string[]): Promise<string> {
  const io = memoryIo();
  t.equal(await printCompletion(argv, await speaking(argv, io)), 0);
  return io.output();
}

t.test('bash completes what the tables have', async (t) => {
  const complete = bashCompletion(t, 'tsecli', await print('bash'));
  const words = rows.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);
  for (const line of [['-'], ['run', '-']]) t.same(complete(...line), words.toSorted());
  t.same(complete('run', ''), ['package.json', 'src']);
  t.same(complete('package.json', '-'), [], "a program's own options are its own");
  for (const { name, choices = [] } of commandTable) {
    t.ok(complete('').includes(name), name);
    if (choices.length > 0) t.same(complete(name, ''), choices.toSorted());
  }
  for (const { name, choices = [] } of rows) {
    if (choices.length > 0) t.same(complete(`--${name}`, '=', ''), choices.toSorted(), name);
  }
});

t.test('descriptions follow the language', async (t) => {
  t.match(await print('zsh', '--lang=zh'), "'--quiet[只输出事件和错误]'");
  await t.rejects(print(), { code: 'usage' });
});
