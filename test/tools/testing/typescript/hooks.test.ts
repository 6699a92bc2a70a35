import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { load, resolve } from '../../../../tools/testing/typescript/hooks.mjs';

const unchanged = async (specifier: string) => ({ url: specifier });

t.test('a TypeScript file means one by the name of what that becomes', async (t) => {
  const directory = t.testdir({ 'a.ts': '', 'b.ts': '', 'c.js': '' });
  const url = (name: string) => pathToFileURL(join(directory, name)).href;
  const found = async (specifier: string, parent: string) =>
    (
      await resolve(
        specifier,
        { conditions: [], importAssertions: {}, importAttributes: {}, parentURL: parent },
        unchanged,
      )
    ).url;
  t.equal(await found('./b.js', url('a.ts')), url('b.ts'));
  t.equal(await found('./b.js', `${url('a.ts')}?tapmock=1`), url('b.ts'));
  t.equal(await found('./c.js', url('a.ts')), './c.js');
  t.equal(await found('./b.js', url('c.js')), './b.js');
  t.equal(await found('tap', url('a.ts')), 'tap');
});

t.test('TypeScript files load as modules, all else as it is', async (t) => {
  const directory = t.testdir({ 'a b.ts': 'export const x: number = 1;\n' });
  const context = { conditions: [], format: undefined, importAssertions: {}, importAttributes: {} };
  const other = async () => ({ format: 'json', source: 'other', shortCircuit: true });
  const loaded = await load(`${pathToFileURL(join(directory, 'a b.ts')).href}?tapmock=1`, context, other);
  t.equal(loaded.format, 'module');
  t.match(loaded.source, 'const x = 1;');
  for (const url of ['file:///a.json', 'node:fs', 'data:text/javascript,1'])
    t.match(await load(url, context, other), { source: 'other' }, url);
});
