import t from 'tap';
import { BtfError } from '../../../core/btf/btf-error.js';
import { ElfError } from '../../../core/elf/elf-error.js';
import { readObject } from '../../../core/object/read-object.js';
import { resizeMap } from '../../../core/object/resize-map.js';
import { mutate } from '../../fixtures/mutate.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const sizesOf = (bytes: Uint8Array) =>
  Object.fromEntries(readObject(bytes).maps.map(({ name, maxEntries }) => [name, maxEntries]));

const before = { counts: 1024, events: 262_144, perf: 0, inner: 1, outer: 2 };

t.test('a map gets its size, and no other map changes with it, although they share types', async (t) => {
  // A Buffer too: some of its methods give views where those of Uint8Array copy.
  for (const [object, bytes] of [
    ['globals', objectBytes('globals')],
    ['globals.be', objectBytes('globals.be')],
    ['globals in a Buffer', Buffer.from(objectBytes('globals'))],
  ] as const) {
    t.same(sizesOf(bytes), before);
    for (const map of Object.keys(before)) {
      const after = resizeMap(bytes, map, 4_000_000_000);
      t.same(sizesOf(after), { ...before, [map]: 4_000_000_000 }, `${object} ${map}`);
    }
    t.same(sizesOf(bytes), before, 'the given bytes stay');
  }
});

t.test('all else of the object is as it was', async (t) => {
  const old = readObject(objectBytes('globals'));
  const resized = readObject(resizeMap(resizeMap(old.elf.bytes, 'perf', 8), 'inner', 7));
  t.same(sizesOf(resized.elf.bytes), { ...before, perf: 8, inner: 7 });
  const withoutSize = resized.maps.map((map) => ({ ...map, maxEntries: 0 }));
  t.same(
    withoutSize,
    old.maps.map((map) => ({ ...map, maxEntries: 0 })),
  );
  t.same(resized.programs, old.programs);
  t.same(resized.dataSections, old.dataSections);
  t.same(
    resized.btf?.types.slice(0, old.btf?.types.length).filter(({ kind }) => kind !== 'var'),
    old.btf?.types.filter(({ kind }) => kind !== 'var'),
  );
});

t.test('members stay in order and within their struct, as the kernel demands', async (t) => {
  const { btf } = readObject(resizeMap(objectBytes('globals'), 'perf', 8));
  const struct = btf?.types.at(-1);
  if (struct?.kind !== 'struct') throw new Error('the struct comes last');
  t.same(
    struct.members.map(({ name }) => name),
    ['type', 'key_size', 'value_size', 'pinning', 'max_entries'],
  );
  const offsets = struct.members.map(({ bitOffset }) => bitOffset);
  t.same(
    offsets,
    offsets.toSorted((a, b) => a - b),
  );
  t.ok(Math.max(...offsets) / 8 + 8 <= struct.size);
});

t.test('a map that is not there, and an object without types', async (t) => {
  t.throws(() => resizeMap(objectBytes('globals'), 'nosuch', 1), { message: /'nosuch'.*no such map/ });
  t.throws(() => resizeMap(objectBytes('no-debug'), 'counts', 1), { message: /has no BTF/ });
});

t.test('of damaged objects nothing but errors of the formats are thrown', async () => {
  const bytes = objectBytes('globals');
  for (let seed = 0; seed < 2000; seed++) {
    try {
      resizeMap(mutate(bytes, seed), 'perf', 8);
    } catch (error) {
      if (!(error instanceof ElfError || error instanceof BtfError)) throw error;
    }
  }
});
