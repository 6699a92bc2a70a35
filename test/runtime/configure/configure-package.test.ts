import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import type { OpenedPackage, PackageMeta } from '../../../core/package/types.js';
import { configurePackage } from '../../../runtime/configure/configure-package.js';
import { metaOf } from '../../fixtures/arguments.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

function packageOf(object: string, meta: PackageMeta = metaOf()): OpenedPackage {
  return { manifest: { bpf_object: '', bpf_object_size: 0, meta }, object: objectBytes(object) };
}

/** The bytes that a variable begins with. */
function bytesOf({ object }: OpenedPackage, name: string): readonly number[] {
  for (const { variables, data } of readObject(object).dataSections) {
    const variable = variables.find((each) => each.name === name);
    if (variable) return [...data.subarray(variable.offset, variable.offset + variable.size)];
  }
  throw new Error(`no variable ${name}`);
}

t.test('nothing wished, nothing read: the package stays as it is', async (t) => {
  const broken = { ...packageOf('events'), object: new Uint8Array(1) };
  t.same(configurePackage(broken, {}), { opened: broken, variables: [], asked: undefined, notes: [] });
});

t.test('arguments become bytes of the object, those without bytes are for its maps', async (t) => {
  const opened = packageOf('events');
  const { opened: set, variables } = configurePackage(opened, {
    arguments: [
      '--target_pid',
      '4711',
      '--no-verbose',
      '--origin.y=-1',
      '--total=18446744073709551615',
      '--runs',
      '5',
    ],
  });
  t.same(bytesOf(set, 'target_pid'), [0x67, 0x12, 0, 0]);
  t.same(bytesOf(set, 'verbose'), [0]);
  t.same(bytesOf(set, 'origin'), [1, 0, 0xff, 0xff]);
  t.same(bytesOf(set, 'runs'), [5, 0, 0, 0]);
  t.match(variables, [{ section: '.bss', bytes: new Uint8Array(8).fill(0xff) }]);
  t.equal(variables.length, 1);
  t.same(bytesOf(opened, 'target_pid'), [7, 0, 0, 0], 'the given one stays');
});

t.test("the manifest's defaults count without arguments too", async (t) => {
  const { opened } = configurePackage(packageOf('events', metaOf([{ name: 'target_pid', value: 9 }])), {});
  t.same(bytesOf(opened, 'target_pid'), [9, 0, 0, 0]);
});

t.test('variables and sizes at once', async (t) => {
  const { opened, notes } = configurePackage(packageOf('globals'), {
    arguments: ['--target_pid', '5'],
    mapSizes: [{ map: 'events', size: 5000 }],
  });
  t.same(bytesOf(opened, 'target_pid'), [5, 0, 0, 0]);
  t.equal(readObject(opened.object).maps.find(({ name }) => name === 'events')?.maxEntries, 8192);
  t.equal(notes.length, 1);
});

t.test('ring buffers get the size that is wished for all, but for those that are named', async (t) => {
  const sizeOf = (configuration: Parameters<typeof configurePackage>[1]) => {
    const { opened, notes } = configurePackage(packageOf('globals'), configuration);
    const found = readObject(opened.object).maps.find(({ name }) => name === 'events');
    return [found?.maxEntries, notes.length];
  };
  t.same(sizeOf({ bufferSize: 65536 }), [65536, 0]);
  t.same(sizeOf({ bufferSize: 5000 }), [8192, 1]);
  t.same(sizeOf({ bufferSize: 65536, mapSizes: [{ map: 'events', size: 4096 }] }), [4096, 0]);
});

t.test('who asks for help sets nothing', async (t) => {
  const opened = packageOf('events');
  t.match(configurePackage(opened, { arguments: ['-h'], mapSizes: [{ map: 'nosuch', size: 1 }] }), {
    asked: 'help',
    opened,
  });
  t.equal(configurePackage(opened, { arguments: ['--version'] }).asked, 'version');
});

t.test('what makes no sense is a usage error', async (t) => {
  for (const argv of [
    ['stray'],
    ['--nosuch', '1'],
    ['--target_pid'],
    ['--target_pid', 'x'],
    ['--level', '200'],
  ])
    t.throws(
      () => configurePackage(packageOf('events'), { arguments: argv }),
      { code: 'usage' },
      argv.join(' '),
    );
  t.throws(() => configurePackage(packageOf('no-debug'), { arguments: ['--a', '1'] }), { code: 'usage' });
});
