import t from 'tap';
import { resolveFunction } from '../../../../runtime/attach/binary/resolve-function.js';
import { binary, type BinaryName } from '../../../fixtures/binaries/binaries.js';
import { loadedProgram } from '../../../fixtures/kernel/points.js';

const resolveIn = (name: BinaryName, place: string): number =>
  resolveFunction(loadedProgram('uprobe', `/opt/${name}:${place}`), binary(name), place);

t.test('a function, an offset in it, or an address becomes an offset in the file', async (t) => {
  t.equal(resolveIn('target', '_start'), 0x110);
  t.equal(resolveIn('target', '_start+0x10'), 0x120);
  t.equal(resolveIn('target', '_start+16'), 0x120);
  t.equal(resolveIn('target', '0x400110'), 0x110);
  t.equal(resolveIn('target', '0x400110+2'), 0x112);
});

t.test('a version names one of several, and the default is what programs get now', async (t) => {
  t.equal(resolveIn('versions.so', 'known_read'), 0x370);
  t.equal(resolveIn('versions.so', 'known_read@KNOWN_1'), 0x360);
  t.equal(resolveIn('versions.so', 'known_read@@KNOWN_2'), 0x370);
  t.throws(() => resolveIn('versions.so', 'known_read@KNOWN_9'), {
    code: 'attach-failed',
    message: /\/opt\/versions\.so has known_read in no version KNOWN_9$/,
    cure: 'it has KNOWN_1, KNOWN_2',
  });
});

t.test('a function that is not there is told with the nearest', async (t) => {
  t.throws(() => resolveIn('target', 'known_ad'), {
    code: 'attach-failed',
    message: "attach 'prog' to uprobe//opt/target:known_ad: /opt/target has no function known_ad",
    cure: /^nearest: known_add.*; try --attach prog=uprobe\/\/opt\/target:known_add$/,
  });
  t.throws(() => resolveIn('target', 'zzz'), { message: /has no function zzz/, cure: undefined });
});

t.test('a name of several functions asks for an address', async (t) => {
  t.throws(() => resolveIn('versions.so', 'known_twice'), {
    message: /several functions called known_twice$/,
    cure: 'take one of the addresses 0x390, 0x3b0 in place of the name',
  });
});

t.test('places of no form, outside of the file, and stripped files are told', async (t) => {
  t.throws(() => resolveIn('target', 'a+b'), {
    message: /'a\+b' is not of the form function\+offset or 0xADDRESS$/,
  });
  t.throws(() => resolveIn('target', '0x999999'), {
    message: /no byte of \/opt\/target is loaded at 0x999999$/,
  });
  const { elf, ...rest } = binary('target');
  const stripped = { ...rest, elf: { ...elf, symbols: [] } };
  t.throws(() => resolveFunction(loadedProgram('uprobe', '/opt/target:f'), stripped, 'f'), {
    message: /names no functions \(it is stripped\)$/,
  });
});
