import { readFileSync } from 'node:fs';
import t from 'tap';
import { isStaticElf } from '../../../tools/setup/static-elf.mjs';
import { elfProgram } from '../../fixtures/fake-host.js';

t.test('a program without an interpreter is static', async (t) => {
  t.ok(isStaticElf(elfProgram(1)));
});

t.test('a program with an interpreter is not', async (t) => {
  t.notOk(isStaticElf(elfProgram(3)));
  t.notOk(isStaticElf(readFileSync(process.execPath).subarray(0, 4096)), 'node needs a C library');
});

t.test('what is no whole ELF header is not', async (t) => {
  for (const bytes of [
    undefined,
    new Uint8Array(),
    Buffer.from('#!/bin/sh'),
    elfProgram(1).subarray(0, 100),
  ]) {
    t.notOk(isStaticElf(bytes));
  }
});
