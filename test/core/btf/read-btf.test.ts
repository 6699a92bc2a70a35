import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import t from 'tap';
import { BtfError } from '../../../core/btf/btf-error.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import type { BtfType } from '../../../core/btf/types.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { cpuTimeOf } from '../../fixtures/cpu-time.js';

const btfOf = (name: string) => {
  const section = readElf(objectBytes(name)).sections.find((each) => each.name === '.BTF');
  return readBtf(section?.data ?? new Uint8Array(0));
};

t.test('type ids index the types, and 0 is void', async (t) => {
  const { types } = readBtf(buildBtf([rawInt, { kind: 'ptr', size: 0 }]));
  t.strictSame(types[0], { kind: 'void', id: 0 });
  t.ok(types.every((type, index) => type.id === index));
  t.strictSame(types[2], { kind: 'ptr', id: 2, typeId: 0 });
});

t.test('both byte orders of one source read alike', async (t) => {
  t.strictSame(btfOf('types.be').types, btfOf('types').types);
  t.equal(btfOf('types.be').littleEndian, false);
});

t.test('reads what clang writes', async (t) => {
  const { types } = btfOf('types');
  const struct = types.find((type) => type.kind === 'struct' && type.name === 'everything');
  t.match(struct, { kind: 'struct', size: 88 });
  const members = new Map(
    struct?.kind === 'struct' ? struct.members.map((member) => [member.name, member]) : [],
  );
  t.match(members.get('wide'), { bitOffset: 8, bitSize: 40 });
  t.match(members.get('at'), { bitOffset: 192, bitSize: 0 });
  const tags = types.filter((type) => type.kind === 'decl_tag');
  t.strictSame(tags.map(({ name, componentIndex }) => `${name} ${componentIndex}`).sort(), [
    'argument 0',
    'place 5',
    'tagged -1',
  ]);
  t.ok(types.some((type) => type.kind === 'type_tag' && type.name === 'user'));
  t.ok(types.some((type) => type.kind === 'float' && type.name === 'double'));
});

t.test('a split BTF goes on from its base', async (t) => {
  const base = readBtf(buildBtf([rawInt]));
  const bytes = buildBtf(
    [
      { kind: 'typedef', name: 'number', size: 1 },
      { kind: 'ptr', size: 2 },
    ],
    {
      stringsFrom: base.stringsSize,
    },
  );
  const split = readBtf(bytes, base);
  t.match(split.types, [
    { kind: 'void' },
    { name: 'int' },
    { id: 2, name: 'number', typeId: 1 },
    { id: 3, typeId: 2 },
  ]);
  t.equal(split.stringAt(1), 'int');
  t.equal(split.stringAt(base.stringsSize), 'number');
  t.equal(split.stringsSize, base.stringsSize + 'number\0'.length);
  t.throws(() => split.stringAt(100), { name: 'BtfError' });
});

t.test('refuses references to types and strings that do not exist', async (t) => {
  t.throws(() => readBtf(buildBtf([{ kind: 'ptr', size: 2 }])), {
    name: 'BtfError',
    message: 'read BTF: type 1 refers to type 2, there are 2',
  });
  const bytes = buildBtf([rawInt]);
  bytes[24] = 99;
  t.throws(() => readBtf(bytes), {
    name: 'BtfError',
    message: 'read BTF: string 99: the string table ends at 5',
  });
});

t.test('refuses a type that goes beyond the types into the strings', async (t) => {
  const bytes = buildBtf([{ kind: 'struct', size: 4, count: 1, words: ['x', 1] }]);
  t.throws(() => readBtf(bytes), { message: /^read BTF: offset 44: 4 bytes wanted, the end is at 44$/ });
});

t.test('throws nothing but its own error on any types', async () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
      const bytes = new Uint8Array(24 + tail.length + 1);
      bytes.set(buildBtf([]).subarray(0, 24));
      bytes.set(tail, 24);
      const view = new DataView(bytes.buffer);
      view.setUint32(12, tail.length, true);
      view.setUint32(16, tail.length, true);
      view.setUint32(20, 1, true);
      try {
        readBtf(bytes);
      } catch (error) {
        if (!(error instanceof BtfError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});

/** A type in the words of `bpftool btf dump -j`. */
function asBpftool(type: BtfType, extend: boolean): object {
  const name = 'name' in type && type.name !== '' ? type.name : '(anon)';
  const values = (enumeration: readonly { readonly name: string; readonly value: number | bigint }[]) =>
    enumeration.map((each) => ({
      name: each.name,
      val: extend ? signExtended(each.value) : Number(each.value),
    }));
  const upper = { id: type.id, kind: type.kind.toUpperCase(), name };
  switch (type.kind) {
    case 'void':
      return {};
    case 'int': {
      const { signed, char, bool } = type.encoding;
      const encoding = signed ? 'SIGNED' : char ? 'CHAR' : bool ? 'BOOL' : '(none)';
      return { ...upper, size: type.size, bits_offset: type.bitOffset, nr_bits: type.bits, encoding };
    }
    case 'float':
      return { ...upper, size: type.size };
    case 'ptr':
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
      return { ...upper, type_id: type.typeId };
    case 'array':
      return {
        ...upper,
        type_id: type.elementTypeId,
        index_type_id: type.indexTypeId,
        nr_elems: type.length,
      };
    case 'struct':
    case 'union':
      return {
        ...upper,
        size: type.size,
        vlen: type.members.length,
        members: type.members.map((member) => ({
          name: member.name || '(anon)',
          type_id: member.typeId,
          bits_offset: member.bitOffset,
          ...(member.bitSize === 0 ? {} : { bitfield_size: member.bitSize }),
        })),
      };
    case 'enum':
    case 'enum64':
      return {
        ...upper,
        encoding: type.signed ? 'SIGNED' : 'UNSIGNED',
        size: type.size,
        vlen: type.values.length,
        values: values(type.values),
      };
    case 'fwd':
      return { ...upper, fwd_kind: type.union ? 'union' : 'struct' };
    case 'func':
      return { ...upper, type_id: type.typeId, linkage: type.linkage };
    case 'func_proto':
      return {
        ...upper,
        ret_type_id: type.returnTypeId,
        vlen: type.parameters.length,
        params: type.parameters.map((each) => ({ name: each.name || '(anon)', type_id: each.typeId })),
      };
    case 'var':
      return { ...upper, type_id: type.typeId, linkage: type.linkage };
    case 'datasec':
      return {
        ...upper,
        size: type.size,
        vlen: type.variables.length,
        vars: type.variables.map((each) => ({ type_id: each.typeId, offset: each.offset, size: each.size })),
      };
    case 'decl_tag':
      return { ...upper, type_id: type.typeId, component_idx: type.componentIndex };
    default:
      return type satisfies never;
  }
}

/** bpftool 7.1 prints an unsigned enum's value from 2^31 on as if it were a negative one of 64 bits. */
function signExtended(value: number | bigint): number {
  return Number(BigInt.asUintN(64, BigInt.asIntN(32, BigInt(value))));
}

const vmlinux = '/sys/kernel/btf/vmlinux';

const skip = !existsSync(vmlinux) && 'this kernel has no BTF';

t.test("reads the kernel's types quickly", { skip }, async (t) => {
  const bytes = new Uint8Array(readFileSync(vmlinux));
  readBtf(bytes);
  let count = 0;
  const took = cpuTimeOf(() => (count = readBtf(bytes).types.length));
  t.ok(count > 10_000);
  // 0.1 s alone.
  t.ok(took < 1000, `${took.toFixed()} ms`);
});

/** What bpftool reads in the kernel's BTF; undefined where it is missing or too old for this BTF. */
function bpftoolTypes(): readonly Record<string, unknown>[] | undefined {
  const { status, stdout } = spawnSync('bpftool', ['btf', 'dump', '-j', 'file', vmlinux], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return status === 0 ? (JSON.parse(stdout) as { types: Record<string, unknown>[] }).types : undefined;
}

t.test("reads the kernel's types as bpftool does", { skip }, async (t) => {
  const expected = bpftoolTypes();
  if (!expected) return t.plan(0, 'bpftool is missing, or too old for this BTF');
  const { types } = readBtf(new Uint8Array(readFileSync(vmlinux)));
  t.equal(types.length - 1, expected.length);
  const wrong = expected.filter((theirs, index) => {
    const type = types[index + 1];
    if (!type) return true;
    const text = JSON.stringify(theirs);
    return text !== JSON.stringify(asBpftool(type, false)) && text !== JSON.stringify(asBpftool(type, true));
  });
  t.strictSame(wrong.slice(0, 3), []);
});
