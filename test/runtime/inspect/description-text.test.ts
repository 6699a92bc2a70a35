import t from 'tap';
import { chinese } from '../../../core/languages/zh.js';
import { translator } from '../../../core/message.js';
import { describePackage } from '../../../runtime/inspect/describe.js';
import { descriptionText, type PackageFacts } from '../../../runtime/inspect/description-text.js';
import type { PackageDescription } from '../../../runtime/inspect/types.js';
import { openedOf } from '../../fixtures/opened.js';

const description = describePackage(openedOf('powers'));
const trust = { signatures: 0, signer: undefined, why: undefined, unreadable: undefined, refusal: undefined };
const facts: PackageFacts = {
  ...{ source: 'package.json', size: 7, digest: 'sha256:00', bundle: undefined, trust },
  origin: 'file',
};
const textOf = (change: Partial<PackageDescription> = {}): string =>
  descriptionText({ ...description, ...change }, facts, String);

t.test('every part is there, and says nothing where there is nothing', async (t) => {
  const text = textOf();
  for (const title of [
    'Programs',
    'It can see',
    'It can change',
    'Maps',
    'Arguments',
    'It prints',
    'It needs',
    'Package',
  ]) {
    t.match(text, new RegExp(`^${title}:$`, 'm'));
  }
  t.match(
    text,
    /It can change:\n {2}write into the memory of user programs\n {4}write_user: bpf_probe_write_user\n/,
  );
  t.match(text, / {2}override {2}\(\?kprobe\/do_sys_openat2, 4 instructions\)\n[^\n]*\n {4}never loaded\n/);
  t.match(
    text,
    /It needs:\n {2}Linux 6\.2 or later, for\n {4}the kernel's function bpf_task_from_pid \(sleeper\)/,
  );
  t.match(
    text,
    /package\.json: 7 bytes, sha256:00\n[^\n]*\n {2}does not say what made it\n {2}not signed\n$/,
  );
  t.match(textOf({ changes: [], maps: [] }), /It can change:\n {2}nothing\n\nMaps:\n {2}nothing\n/);
});

t.test('forms of output are said apart', async (t) => {
  const forms = ['records', 'samples', 'histogram', 'stacks', 'trace', 'text'] as const;
  const events = forms.map((form) => ({
    from: 'x',
    form,
    type: 'struct e',
    fields: [{ name: 'pid', type: 'int' }],
  }));
  const lines = textOf({ events })
    .split('\n')
    .filter((line) => line.startsWith('  x: '));
  t.equal(new Set(lines).size, forms.length);
});

t.test('who made it is as it says', async (t) => {
  t.match(textOf({ builder: { tsecc: '1.2', eunomia: '3' } }), /made by tsecc 1\.2, by what it says/);
  t.match(textOf({ builder: { tsecc: undefined, eunomia: '3' } }), /made for eunomia-bpf 3, by what it says/);
});

t.test('foreign text does not act on the terminal', async (t) => {
  const evil = 'a\u001b[2J\u202eb\nc';
  const [program] = description.programs;
  const [map] = description.maps;
  if (!program || !map) throw new Error('the object has both');
  const text = textOf({
    name: evil,
    about: evil,
    license: evil,
    programs: [{ ...program, name: evil, section: evil, helpers: [evil] }],
    changes: [{ id: evil, by: [{ program: evil, through: [evil] }] }],
    maps: [{ ...map, name: evil, key: evil }],
    arguments: [{ name: evil, short: undefined, type: evil, default: evil, help: evil }],
    events: [{ from: evil, form: 'records', type: evil, fields: [{ name: evil, type: evil }] }],
  });
  t.notMatch(text, /[\u001b\u202e]/);
  // Of what is written in a line, none begins another.
  t.equal(
    text.split('\n').filter((line) => line.startsWith('c')).length,
    1,
    'but the description may have lines',
  );
});

t.test('an image and a bundle are told apart from a file', async (t) => {
  const image = descriptionText(description, { ...facts, origin: 'oci' }, String);
  t.match(image, /package\.json: 7 bytes, its manifest sha256:00\n/);
  const bundle = { packageSize: 5, packageDigest: 'sha256:11', kernels: ['a/1/x/2', '\u001b'] };
  const text = descriptionText(description, { ...facts, bundle }, String);
  t.match(text, /a bundle; its package\.json: 5 bytes, sha256:11\n {2}types of these kernels: a\/1\/x\/2, /);
  t.notMatch(text, '\u001b');
  const untyped = descriptionText(description, { ...facts, bundle: { ...bundle, kernels: [] } }, String);
  t.notMatch(untyped, /types of these kernels/);
});

t.test('it is said in Chinese too', async (t) => {
  const text = descriptionText(description, facts, translator(chinese));
  t.match(text, /^程序：$/m);
  t.match(text, /^ {2}写用户态程序的内存$/m);
});
