import t from 'tap';
import { parseInit } from '../../../compiler/init/parse-init.js';

t.test('template, directory and options', async (t) => {
  t.match(parseInit([]), { template: undefined, directory: '.', name: undefined, list: false, help: false });
  t.match(parseInit(['xdp', 'here', '--name', 'drop', '--lang=zh']), {
    template: 'xdp',
    directory: 'here',
    name: 'drop',
    language: 'zh',
  });
  t.match(parseInit(['--list', '-h']), { list: true, help: true });
});

t.test('a name may be that of the source', async (t) => {
  for (const name of ['open-files', 'open-files.bpf', 'open-files.bpf.c'])
    t.equal(parseInit(['--name', name]).name, 'open-files');
});

t.test('names that cannot be parts of files and sections are refused', async (t) => {
  for (const name of ['', '../x', 'a b', '.x', 'a:b', 'x.c', '变', 'x'.repeat(65)]) {
    t.throws(
      () => parseInit([`--name=${name}`]),
      { code: 'usage', message: `init: '${name}' cannot be a program's name` },
      name,
    );
  }
});
