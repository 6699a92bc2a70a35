import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { probedFiles } from '../../../runtime/session/probed-files.js';

t.test('programs below the working directory are taken along', async (t) => {
  const directory = t.testdir({ program: 'one', sub: { other: 'two' } });
  const sections = [
    'usdt/./program:shop:order',
    'uprobe/./program:f',
    'uretprobe.multi/sub/other:f*',
    '?uprobe.s/./sub/../program:g+4',
  ];
  t.same(probedFiles(sections, directory), { program: Buffer.from('one'), 'sub/other': Buffer.from('two') });
});

t.test('nothing else is', async (t) => {
  const directory = t.testdir({ program: 'one', folder: { below: {} } });
  const sections = [
    'uprobe/program:f',
    'uprobe/libc.so.6:getaddrinfo',
    'uprobe//etc/passwd:f',
    'uprobe/../secret:f',
    'uprobe/./folder/../../secret:f',
    'uprobe/./missing:f',
    'uprobe/./folder:f',
    'uprobe/./program',
    'uprobe',
    'kprobe/./program:f',
    'tracepoint/./program:f',
  ];
  t.same(probedFiles(sections, directory), {});
});

t.test('nor what is too large for a guest', async (t) => {
  const directory = t.testdir({});
  const path = join(directory, 'large');
  writeFileSync(path, '');
  truncateSync(path, 64 * 1024 * 1024 + 1);
  t.same(probedFiles(['uprobe/./large:f'], directory), {});
});
