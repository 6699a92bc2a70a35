import { existsSync } from 'node:fs';
import * as fc from 'fast-check';
import t from 'tap';
import { parseLdd, sharedLibrariesOf } from '../../../compiler/standalone/shared-libraries.js';
import { TseccError } from '../../../core/errors.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

const glibc = `	linux-vdso.so.1 (0x00007ffc)
	libelf.so.1 => /lib/x86_64-linux-gnu/libelf.so.1 (0x00007f1e)
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1e)
	/lib64/ld-linux-x86-64.so.2 (0x00007f1e)
`;
const musl = `	/lib/ld-musl-x86_64.so.1 (0x7f00)
	libstdc++.so.6 => /usr/lib/libstdc++.so.6 (0x7f01)
	libc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7f00)
`;

t.test('the answers of both C libraries are read', async (t) => {
  t.same(parseLdd(glibc), {
    loader: '/lib64/ld-linux-x86-64.so.2',
    paths: new Map([
      ['libelf.so.1', '/lib/x86_64-linux-gnu/libelf.so.1'],
      ['libc.so.6', '/lib/x86_64-linux-gnu/libc.so.6'],
      ['ld-linux-x86-64.so.2', '/lib64/ld-linux-x86-64.so.2'],
    ]),
  });
  t.match(parseLdd(musl), { loader: '/lib/ld-musl-x86_64.so.1' });
  t.equal(parseLdd('\tstatically linked\n'), undefined);
});

t.test('a library that is not there is named', async (t) => {
  t.throws(() => parseLdd('\tlibelf.so.1 => not found\n'), {
    code: 'tool-missing',
    message: 'find the library libelf.so.1: it is not installed',
  });
});

t.test('any text is read or refused in words', async (t) => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('\t', ' ', '=>', '/', 'a', '\n', '(0x1)', 'not found') }),
      (text) => {
        try {
          parseLdd(text);
        } catch (error) {
          if (!(error instanceof TseccError)) throw error;
        }
      },
    ),
  );
  t.pass();
});

t.test("Node's own libraries are found on this machine", async (t) => {
  const found = await sharedLibrariesOf(process.execPath, process.env);
  for (const path of found?.paths.values() ?? []) t.ok(existsSync(path), path);
});

t.test('a program without libraries has none, and an ldd that fails says why', async (t) => {
  const dir = t.testdir({});
  const fixed = fakeProgram(`${dir}/static`, 'echo "	not a dynamic executable" >&2; exit 1');
  t.equal(await sharedLibrariesOf('x', { LDD: fixed }), undefined);
  const broken = fakeProgram(`${dir}/broken`, 'echo "exec format error" >&2; exit 1');
  await t.rejects(sharedLibrariesOf('x', { LDD: broken }), {
    code: 'tool-missing',
    message: "find the libraries of 'x': ldd failed: exec format error",
  });
});
