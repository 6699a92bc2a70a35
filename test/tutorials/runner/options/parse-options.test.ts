import t from 'tap';
import { parseOptions } from '../../../../tutorials/runner/options/parse-options.js';

const read = (line: string) => {
  const { command, words, options } = parseOptions(line.split(' ').filter(Boolean));
  return { command, words, options: Object.fromEntries(options) };
};

t.test('commands, words and options are read wherever options stand', async (t) => {
  t.same(read(''), { command: 'watch', words: [], options: {} });
  t.same(read('run 2.1 --kernel 6.1 -j'), {
    command: 'run',
    words: ['2.1'],
    options: { kernel: '6.1', json: '' },
  });
  t.same(read('--lang=zh list'), { command: 'list', words: [], options: { lang: 'zh' } });
  t.same(read('check-all -k 6.1,6.12 2 3').words, ['2', '3']);
  t.same(read('check-all -k 6.1 --kernel=6.12').options, { kernel: '6.1,6.12' });
  t.same(read('run 2.1 --lab=6.12').options, { lab: '6.12' });
  t.same(read('start -- --strange').words, ['--strange']);
  t.equal(read('--help').command, 'help');
  t.equal(read('-V').command, 'version');
});

t.test('what is not known is refused, with what is near', async (t) => {
  const refused = (line: string, cure: string | RegExp): void => {
    t.throws(() => read(line), { code: 'usage', cure }, line);
  };
  refused('lst', 'did you mean list?');
  refused('qqqqqq', 'see tselearn --help');
  refused('--kernle=6.1', 'did you mean --kernel?');
  refused('run', 'see tselearn --help');
  refused('list 2', 'see tselearn --help');
  t.throws(() => read('--host=1'), { message: 'use --host: it takes no value' });
  t.throws(() => read('run 1 --kernel'), { message: 'use --kernel: its KERNEL is missing' });
});
