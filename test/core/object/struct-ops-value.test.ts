import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readObject } from '../../../core/object/read-object.js';
import { layOutStructOps, StructOpsError } from '../../../core/object/struct-ops-value.js';
import { readStructOps, type StructOps } from '../../../core/object/struct-ops.js';
import { kernelBtf, valueTypeId } from '../../fixtures/kernel/struct-ops-btf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const object = readObject(objectBytes('network'));
const known = readStructOps(object).find(({ name }) => name === 'known');
const kernel = { btf: readBtf(kernelBtf), valueTypeId };
const descriptors: Readonly<Record<string, number>> = { begin: 5, threshold: 6 };

function layOut(change: Partial<StructOps> = {}, typeId = valueTypeId) {
  if (!known || !object.btf) throw new Error('the fixture has no struct');
  const wanted = { ...kernel, valueTypeId: typeId };
  return layOutStructOps({ ...known, ...change }, object.btf, wanted, (name) => descriptors[name] ?? -1);
}

t.test("members stand where the kernel's struct has them, functions as descriptors", async (t) => {
  const { bytes, structName } = layOut();
  const view = new DataView(bytes.buffer);
  t.equal(structName, 'congestion_ops');
  t.equal(bytes.length, 64);
  t.same([view.getUint32(0, true), view.getUint32(4, true)], [0, 0], 'refcnt and state');
  t.equal(view.getUint32(8, true), 3, 'flags');
  t.equal(view.getBigUint64(16, true), 6n, 'threshold');
  t.equal(view.getBigUint64(24, true), 5n, 'begin');
  t.equal(Buffer.from(bytes).toString('latin1', 32, 37), 'known');
});

t.test('a member that the kernel has not may be left unset, not set', async (t) => {
  const functions = [{ offset: 16, program: 'begin' }];
  t.throws(() => layOut({ functions }), {
    name: 'StructOpsError',
    message: "this kernel's congestion_ops has no member 'never'",
  });
});

t.test('a type of the kernel that is no such struct is refused', async (t) => {
  t.throws(() => layOut({}, 6), StructOpsError, 'it holds no data');
  t.throws(() => layOut({}, 1), StructOpsError, 'it is no struct');
});

t.test('a member of another size is refused', async (t) => {
  const btf = readBtf(kernelBtf);
  const types = btf.types.map((type) => (type.kind === 'array' ? { ...type, length: 8 } : type));
  if (!known || !object.btf) throw new Error('the fixture has no struct');
  const shorter = { btf: { ...btf, types }, valueTypeId };
  const ours = object.btf;
  t.throws(() => layOutStructOps(known, ours, shorter, () => 5), {
    message: "this kernel's congestion_ops has 'name' in another form",
  });
});
