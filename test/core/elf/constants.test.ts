import { existsSync, readFileSync } from 'node:fs';
import t from 'tap';
import * as constants from '../../../core/elf/constants.js';

const header = '/usr/include/elf.h';

t.test('constants are those of elf.h', { skip: !existsSync(header) && `no ${header} here` }, async (t) => {
  const text = readFileSync(header, 'utf8');
  for (const [name, value] of Object.entries(constants)) {
    if (name !== name.toUpperCase()) continue;
    const [, shift, defined] = new RegExp(`#define\\s+${name}\\s+(\\(1 << )?(\\w+)`).exec(text) ?? [];
    t.equal(Number(defined), shift === undefined ? value : Math.log2(value), name);
  }
});
