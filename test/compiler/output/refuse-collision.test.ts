import { writeFileSync } from 'node:fs';
import t from 'tap';
import { standaloneMark, typesMark } from '../../../compiler/output/output-paths.js';
import { packTar } from '../../../compiler/output/pack-tar.js';
import { refuseCollision } from '../../../compiler/output/refuse-collision.js';
import { toYaml } from '../../../compiler/output/to-yaml.js';
import { packManifest, sortKeys, writePackage } from '../../../core/package/write.js';
import { eccMeta, fakeObject } from '../../fixtures/packages/make-package.js';

const name = eccMeta.bpf_skel.obj_name;

t.test('a package of the same object, or nothing, is no hindrance', async (t) => {
  const dir = t.testdir({
    'package.json': writePackage(eccMeta, fakeObject()),
    'package.yaml': toYaml(sortKeys(packManifest(eccMeta, fakeObject()))),
    'a.bpf.o': 'old',
  });
  for (const file of ['package.json', 'package.yaml', 'package.none']) {
    t.doesNotThrow(
      () => refuseCollision({ object: `${dir}/a.bpf.o`, package: `${dir}/${file}` }, name),
      file,
    );
  }
  t.doesNotThrow(() => refuseCollision({ object: `${dir}/a.bpf.o`, package: undefined }, name));
});

t.test('what is not ours is never written over', async (t) => {
  const files: [string, RegExp][] = [
    ['{"name":"x","version":"1.0.0"}', /it is no BPF package, and is not written over/],
    ['not JSON', /no BPF package/],
    ['', /no BPF package/],
    ['{"bpf_object": 3}', /no BPF package/],
    ['{"bpf_object":"", "meta": null}', /no BPF package/],
    [writePackage(eccMeta, fakeObject()), /it is the package of another object, opensnoop_bpf/],
  ];
  for (const [content, message] of files) {
    const dir = t.testdir({ 'package.json': content });
    t.throws(() => refuseCollision({ object: `${dir}/o`, package: `${dir}/package.json` }, 'other'), {
      message,
      code: 'usage',
      exitCode: 2,
      cure: 'choose another directory: -o DIR',
    });
  }
  const dir = t.testdir({ 'package.yaml': 'name: x\n', 'a.bpf.o': {} });
  t.throws(() => refuseCollision({ object: `${dir}/o`, package: `${dir}/package.yaml` }, 'x'), {
    message: /no BPF package/,
  });
  t.throws(() => refuseCollision({ object: `${dir}/a.bpf.o`, package: undefined }, 'x'), {
    message: /it is a directory/,
  });
});

t.test('a bundle and a standalone file are told by whose they are', async (t) => {
  const dir = t.testdir({ 'package.json': writePackage(eccMeta, fakeObject()), 'empty.tar': '', deep: {} });
  writeFileSync(`${dir}/ours.tar`, await packTar(dir, ['package.json']));
  writeFileSync(`${dir}/npm.tar`, await packTar(dir, ['empty.tar', 'package.json']));
  writeFileSync(`${dir}/ours`, `${standaloneMark}${name}\nset -u\n`);
  writeFileSync(`${dir}/script`, '#!/bin/sh\necho precious\n');
  const object = `${dir}/a.bpf.o`;
  const refuse = (bundle: string | undefined, standalone: string | undefined, who = name) =>
    refuseCollision({ object, package: undefined, bundle, standalone }, who);

  t.doesNotThrow(() => refuse(`${dir}/ours.tar`, `${dir}/ours`));
  t.doesNotThrow(() => refuse(`${dir}/none.tar`, `${dir}/none`));
  t.throws(() => refuse(`${dir}/ours.tar`, undefined, 'x'), {
    message: /the bundle of another object, opensnoop_bpf$/,
  });
  t.throws(() => refuse(undefined, `${dir}/ours`, 'x'), {
    message: /the standalone file of another object, opensnoop/,
  });
  for (const file of ['npm.tar', 'empty.tar', 'package.json'])
    t.throws(
      () => refuse(`${dir}/${file}`, undefined),
      { message: /it is no BPF bundle, and is not written over$/ },
      file,
    );
  for (const file of ['script', 'empty.tar'])
    t.throws(
      () => refuse(undefined, `${dir}/${file}`),
      { message: /it is no BPF standalone file, and is not/ },
      file,
    );
  t.throws(() => refuse(undefined, `${dir}/deep`), { message: /it is a directory$/, code: 'usage' });
});

t.test('types are written over by their own source alone', async (t) => {
  const dir = t.testdir({
    'ours.d.ts': `${typesMark}${name}\n//\n`,
    'own.d.ts': 'export interface Mine {}\n',
  });
  const refuse = (file: string, who = name) =>
    refuseCollision({ object: `${dir}/a.bpf.o`, package: undefined, types: `${dir}/${file}` }, who);
  t.doesNotThrow(() => refuse('ours.d.ts'));
  t.doesNotThrow(() => refuse('none.d.ts'));
  t.throws(() => refuse('ours.d.ts', 'x'), {
    message: /the file of types of another object, opensnoop_bpf$/,
  });
  t.throws(() => refuse('own.d.ts'), {
    code: 'usage',
    message: /it is no BPF file of types, and is not written over$/,
  });
});
