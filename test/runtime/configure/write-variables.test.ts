import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { writeVariables } from '../../../runtime/configure/write-variables.js';
import { MapKernel } from '../../fixtures/kernel/map-kernel.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const object = readObject(objectBytes('events'));
const size = object.dataSections.find(({ name }) => name === '.bss')?.size ?? 0;
const patch = (offset: number, ...bytes: readonly number[]) => ({
  ...{ section: '.bss', sectionIndex: 5, offset },
  bytes: Uint8Array.from(bytes),
});
const maps = [
  { name: '.data', fd: 3, definition: undefined },
  { name: '.bss', fd: 4, definition: undefined },
];

t.test('only the bytes of the variables change', async (t) => {
  const kernel = new MapKernel(4, new Uint8Array(size).fill(1));
  writeVariables(kernel, object, maps, [patch(0, 7, 8), patch(8, 9)]);
  const expected = new Uint8Array(size).fill(1);
  expected.set([7, 8]);
  expected.set([9], 8);
  t.same(kernel.value, expected);
  t.equal(kernel.writes, 1);
});

t.test('nothing to set, nothing asked', async (t) => {
  const kernel = new MapKernel(4, new Uint8Array(size));
  writeVariables(kernel, object, maps, []);
  t.equal(kernel.writes, 0);
});

t.test('a kernel that refuses, or has no such map, is told', async (t) => {
  const kernel = new MapKernel(4, new Uint8Array(size));
  const told = { code: 'unforeseen', message: "set variables of '.bss': the kernel has no map of it" };
  t.throws(() => writeVariables(kernel, object, [], [patch(0, 1)]), told);
  const wrong = [{ name: '.bss', fd: 5, definition: undefined }];
  t.throws(() => writeVariables(kernel, object, wrong, [patch(0, 1)]), {
    message: /^set variables of '.bss': .*bad file descriptor/i,
  });
});
