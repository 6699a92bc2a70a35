import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { transpile } from '../../../../tools/testing/typescript/transpile.mjs';

t.test('types go, the rest stays, with a map to the lines of the source', async (t) => {
  const source = join(
    t.testdir({ 'x.ts': 'interface X { a: 1 }\n\nexport const x = (y: X) => y.a;\n' }),
    'x.ts',
  );
  const code = await transpile(source, join(t.testdirName, 'kept'));
  t.match(code, 'const x = (y) => y.a;');
  t.notMatch(code, 'interface');
  const [, map = ''] = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(code) ?? [];
  const { sources } = JSON.parse(Buffer.from(map, 'base64').toString());
  t.same(sources, [pathToFileURL(source).href]);
});

t.test('what is kept is taken until the source changes, and is one file for each source', async (t) => {
  const directory = t.testdir({ 'x.ts': 'export const x: number = 1;\n', kept: {} });
  const [source, kept] = [join(directory, 'x.ts'), join(directory, 'kept')];
  const made = await transpile(source, kept);
  const [name = ''] = readdirSync(kept);
  const marked = made.replace('x = 1', 'x = 2');
  writeFileSync(join(kept, name), marked);
  t.equal(await transpile(source, kept), marked);
  writeFileSync(source, 'export const x: number = 3;\n');
  t.match(await transpile(source, kept), 'x = 3');
  t.same(readdirSync(kept), [name]);
});

t.test('half a file, as of a test that was killed, is made anew', async (t) => {
  const directory = t.testdir({ 'x.ts': 'export const x: number = 1;\n', kept: {} });
  const [source, kept] = [join(directory, 'x.ts'), join(directory, 'kept')];
  const made = await transpile(source, kept);
  writeFileSync(join(kept, readdirSync(kept)[0] ?? ''), made.slice(0, 20));
  t.equal(await transpile(source, kept), made);
});

t.test('what is no TypeScript is refused with its place', async (t) => {
  const source = join(t.testdir({ 'x.ts': 'const = 1;\n' }), 'x.ts');
  await t.rejects(transpile(source, join(t.testdirName, 'kept')), { message: /x\.ts:1:6/ });
});
