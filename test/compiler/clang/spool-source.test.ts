import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import t from 'tap';
import { spoolSource } from '../../../compiler/clang/spool-source.js';

const spooled = () => readdirSync(tmpdir()).filter((name) => name.startsWith('tsecc-'));

t.test('a program reads the source and what is appended from /dev/stdin, and no file is left', async (t) => {
  const source = Buffer.concat([Buffer.from('é\n'.repeat(100_000)), Buffer.from([0xe9, 0x0a])]);
  writeFileSync(`${t.testdir()}/a.c`, source);
  const before = spooled();
  const file = await spoolSource(`${t.testdirName}/a.c`, 'int appended;');
  try {
    t.same(
      spooled().filter((name) => !before.includes(name)),
      [],
    );
    const { stdout } = spawnSync('cat', ['/dev/stdin'], { stdio: [file.fd, 'pipe', 'inherit'] });
    t.ok(
      stdout.equals(Buffer.concat([source, Buffer.from('int appended;')])),
      'bytes that are no UTF-8 are kept',
    );
  } finally {
    await file.close();
  }
});

t.test('a source that is gone is an error, and no file is left', async (t) => {
  const before = spooled();
  await t.rejects(spoolSource(`${t.testdir()}/none.c`, ''), { code: 'ENOENT' });
  t.same(
    spooled().filter((name) => !before.includes(name)),
    [],
  );
});
