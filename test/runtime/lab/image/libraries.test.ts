import { existsSync } from 'node:fs';
import t from 'tap';
import { parseLdd, sharedLibrariesOf } from '../../../../runtime/lab/image/libraries.js';

t.test("paths are read from glibc's and musl's answers", async (t) => {
  const glibc = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f61)',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f62)',
  ];
  t.same(parseLdd(glibc.join('\n')), ['/lib/x86_64-linux-gnu/libm.so.6', '/lib64/ld-linux-x86-64.so.2']);
  const musl = [
    '\t/lib/ld-musl-x86_64.so.1 (0x7f5d)',
    '\tlibc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7f5d)',
  ];
  t.same(parseLdd(musl.join('\n')), ['/lib/ld-musl-x86_64.so.1', '/lib/ld-musl-x86_64.so.1']);
  t.same(parseLdd('\tstatically linked\n'), []);
});

t.test('a library that is not installed is named', async (t) => {
  t.throws(() => parseLdd('\tlibgone.so.1 => not found\n'), {
    code: 'tool-missing',
    message: /'libgone.so.1' is not/,
  });
});

t.test('all libraries of this Node exist, each once', async (t) => {
  const found = await sharedLibrariesOf([process.execPath, process.execPath]);
  t.equal(new Set(found).size, found.length);
  for (const path of found) t.ok(existsSync(path), path);
});

t.test('a program that is no program is an error, a static one needs nothing', async (t) => {
  const directory = t.testdir({ text: 'no program' });
  t.same(await sharedLibrariesOf([`${directory}/text`]), []);
  await t.rejects(sharedLibrariesOf(['/bin/true'], `${directory}/no-ldd`), { code: 'tool-missing' });
});
