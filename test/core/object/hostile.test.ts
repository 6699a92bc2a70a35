import t from 'tap';
import { readBtfExt } from '../../../core/btf/read-btf-ext.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { sizeOf } from '../../../core/btf/size-of.js';
import { typeName } from '../../../core/btf/type-name.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { TseccError } from '../../../core/errors.js';
import { readObject } from '../../../core/object/read-object.js';
import { renameSection } from '../../../core/object/rename-section.js';
import { mutate } from '../../fixtures/mutate.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { cpuTimeOf } from '../../fixtures/cpu-time.js';

const names = [
  'unlink',
  'globals',
  'globals.be',
  'subprograms',
  'subprograms.be',
  'types',
  'types.be',
  'no-debug',
];
const objects = names.map(objectBytes);
const sections = (name: string) =>
  objects
    .flatMap((bytes) => readElf(bytes).sections.filter((each) => each.name === name))
    .map(({ data }) => data);
const btfs = sections('.BTF');
const exts = sections('.BTF.ext');
const extBtfs = btfs.map((bytes) => readBtf(bytes));

/** Runs a reader over mutated inputs; tells what it threw that is not its own, and its slowest input. */
function attack(
  inputs: readonly Uint8Array[],
  rounds: number,
  read: (bytes: Uint8Array, round: number) => void,
) {
  const foreign: string[] = [];
  let accepted = 0;
  let slowest = 0;
  for (let round = 0; round < rounds; round++) {
    const input = mutate(inputs[round % inputs.length] ?? new Uint8Array(0), round);
    const took = cpuTimeOf(() => {
      try {
        read(input, round);
        accepted++;
      } catch (error) {
        if (!(error instanceof TseccError)) foreign.push(`seed ${round}: ${String(error)}`);
      }
    });
    slowest = Math.max(slowest, took);
  }
  return { foreign, accepted, slowest };
}

// 100,000 mutated inputs in all.
const attacks = {
  'an ELF file': [objects, 30_000, readElf],
  'a BPF object': [objects, 30_000, readObject],
  'an object that is renamed': [
    objects,
    10_000,
    (bytes: Uint8Array) => renameSection(bytes, 3, 'kprobe/other'),
  ],
  BTF: [btfs, 20_000, readTypes],
  'BTF.ext': [exts, 10_000, readExt],
} as const;

function readExt(bytes: Uint8Array, round: number): void {
  const btf = extBtfs[round % exts.length];
  if (btf) readBtfExt(bytes, btf);
}

function readTypes(bytes: Uint8Array): void {
  const btf = readBtf(bytes);
  for (const { id } of btf.types) {
    for (const use of [typeName, sizeOf]) {
      try {
        use(btf, id);
      } catch (error) {
        if (!(error instanceof TseccError)) throw error;
      }
    }
  }
}

for (const [what, [inputs, rounds, read]] of Object.entries(attacks)) {
  t.test(`damage to ${what} gives values or our own errors, soon`, async (t) => {
    const { foreign, accepted, slowest } = attack(inputs, rounds, read);
    t.strictSame(foreign.slice(0, 3), []);
    t.ok(accepted > 0, 'some damages do not matter');
    t.ok(accepted < rounds, 'some damages do');
    t.ok(slowest < 1000, `the slowest input took ${slowest.toFixed()} ms`);
  });
}
