import t from 'tap';
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
