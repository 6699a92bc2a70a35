import t from 'tap';
import { refuseForeign } from '../../../core/package/refuse-foreign.js';

t.test('what people hand over in place of a package is named', async (t) => {
  const tar = new Uint8Array(512);
  tar.set(Buffer.from('ustar'), 257);
  const cases: [Uint8Array, RegExp][] = [
    [Buffer.from('\x7fELF\x02'), /an ELF object, not a package/],
    [Buffer.from('PK\x03\x04'), /a zip file/],
    [Uint8Array.of(0x1f, 0x8b, 8), /a gzip file/],
    [tar, /a tar file/],
    [Buffer.from('<!DOCTYPE html>'), /a web page/],
    [Buffer.from('bpf_object: "eJ"'), /YAML/],
    [Buffer.from('#include "vmlinux.h"'), /C source/],
  ];
  t.plan(cases.length + 1);
  for (const [bytes, message] of cases)
    t.throws(() => refuseForeign(bytes), { message, code: 'package-invalid' });
  t.doesNotThrow(() => refuseForeign(Buffer.from('{"bpf_object":')));
});

t.test('an ELF object names tsecc as the cure', async (t) => {
  t.throws(() => refuseForeign(Buffer.from('\x7fELF')), {
    code: 'package-invalid',
    cure: 'tsecc makes a package of its source: tsecc <name>.bpf.c',
  });
});
