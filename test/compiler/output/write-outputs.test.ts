import { readdirSync, readFileSync } from 'node:fs';
import t from 'tap';
import { parse } from 'yaml';
import { writeOutputs } from '../../../compiler/output/write-outputs.js';
import { openPackage } from '../../../core/package/open.js';
import { eccMeta, fakeObject } from '../../fixtures/packages/make-package.js';

t.test('object and package are written, in JSON or YAML', async (t) => {
  const dir = t.testdir({});
  writeOutputs({ object: `${dir}/o/a.bpf.o`, package: `${dir}/o/package.json` }, eccMeta, fakeObject());
  t.same(openPackage(readFileSync(`${dir}/o/package.json`)).object, readFileSync(`${dir}/o/a.bpf.o`));
  writeOutputs({ object: `${dir}/o/a.bpf.o`, package: `${dir}/o/package.yaml` }, eccMeta, fakeObject());
  t.same(
    parse(readFileSync(`${dir}/o/package.yaml`, 'utf8')),
    JSON.parse(readFileSync(`${dir}/o/package.json`, 'utf8')),
  );
});

t.test('without a package the object alone is written', async (t) => {
  const dir = t.testdir({});
  writeOutputs({ object: `${dir}/a.bpf.o`, package: undefined }, eccMeta, fakeObject());
  t.same(readdirSync(dir), ['a.bpf.o']);
});

t.test('what else was made goes with them, or nothing does', async (t) => {
  const dir = t.testdir({});
  const paths = { object: `${dir}/a.bpf.o`, package: undefined };
  writeOutputs(paths, eccMeta, fakeObject(), [{ path: `${dir}/a.tar`, content: 'x' }]);
  t.same(readdirSync(dir), ['a.bpf.o', 'a.tar']);
  const outside = { path: `${dir}/a.tar/x`, content: 'x' };
  t.throws(() => writeOutputs({ ...paths, object: `${dir}/b.bpf.o` }, eccMeta, fakeObject(), [outside]));
  t.same(readdirSync(dir), ['a.bpf.o', 'a.tar']);
});

t.test('a directory that cannot be is one sentence', async (t) => {
  const dir = t.testdir({ file: '' });
  t.throws(() => writeOutputs({ object: `${dir}/file/a.bpf.o`, package: undefined }, eccMeta, fakeObject()), {
    code: 'usage',
    message: new RegExp(`^write to '${dir}/file': (it|part of the path) is not a directory$`),
    cure: 'choose another directory: -o DIR',
  });
});
