import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../../core/errors.js';
import { readTar } from '../../../../runtime/source/bundle/read-tar.js';
import { paxLine, tarCases, tarEntry, tarOf } from '../../../fixtures/hostile/tar.js';
import { mutate } from '../../../fixtures/mutate.js';

const text = (value: string): Uint8Array => Buffer.from(value);
const read = (tar: Uint8Array): Record<string, string> =>
  Object.fromEntries([...readTar(tar)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));

t.test('files come with their names and contents, directories with neither', async (t) => {
  const tar = tarOf(
    { name: './', type: '5' },
    { name: './a', content: text('one') },
    { name: 'd/', type: '5' },
    { name: 'd/b', content: text('x'.repeat(1025)) },
    { name: 'c', prefix: 'some/where', content: text('far') },
    { name: 'empty' },
  );
  t.same(read(tar), { a: 'one', 'd/b': 'x'.repeat(1025), 'some/where/c': 'far', empty: '' });
});

t.test('nothing is copied: a file is a part of the tar', async (t) => {
  const tar = tarOf({ name: 'a', content: text('one') });
  const file = readTar(tar).get('a');
  t.equal(file?.buffer, tar.buffer);
});

t.test("GNU's long names are read, and harmless attributes passed over", async (t) => {
  const name = `${'d/'.repeat(80)}file`;
  const tar = tarOf(
    { name: 'pax', type: 'g', content: text(paxLine('comment', 'made by hand')) },
    { name: '././@LongLink', type: 'L', content: text(`${name}\u0000`) },
    { name: name.slice(0, 100), content: text('deep') },
    { name: 'pax', type: 'x', content: text(paxLine('mtime', '1700000000.5')) },
    { name: 'next', content: text('plain') },
  );
  t.same(read(tar), { [name]: 'deep', next: 'plain' });
});

t.test('what the usual tools write is read', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tsecc-tar-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{}');
  for (const format of ['gnu', 'ustar', 'v7', 'oldgnu']) {
    const tar = execFileSync('tar', [`--format=${format}`, '-cf', '-', './package.json'], { cwd: folder });
    t.same(read(tar), { 'package.json': '{}' }, format);
  }
});

t.test('a place in the tar stands before what is wrong there', async (t) => {
  const second = tarOf({ name: 'a', content: text('x') }, { name: '../b' });
  t.throws(() => readTar(second), { message: "open bundle: byte 1024: '../b' leads outside", exitCode: 7 });
  t.throws(() => readTar(tarEntry({ name: 'a' })), { message: 'open bundle: byte 512: the tar ends early' });
});

t.test('each hostile tar that is not stopped at its content is refused here', async (t) => {
  const elsewhere =
    /types |package that is (text|empty|a tar)|npm|no package|in a directory|is a directory|nothing but/;
  for (const { name, bytes } of tarCases().filter((each) => !elsewhere.test(each.name))) {
    t.throws(() => readTar(bytes), { code: 'package-invalid' }, name);
  }
});

t.test('a damaged tar is read or refused, never anything else', async (t) => {
  const whole = tarOf(
    { name: 'a', content: text('x'.repeat(600)) },
    { name: 'L', type: 'L', content: text('b\u0000') },
    { name: 'b' },
  );
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        try {
          for (const bytes of readTar(mutate(new Uint8Array(whole), seed)).values())
            if (bytes.length > whole.length) throw new Error('more than there is');
        } catch (error) {
          if (!(error instanceof TseccError) || error.code !== 'package-invalid') throw error;
        }
      }),
      { numRuns: 2000 },
    ),
  );
});
