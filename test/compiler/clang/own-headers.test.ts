import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { ownHeaders } from '../../../compiler/clang/own-headers.js';

t.test('our headers lie where sources can include them, and the npm package has them', async (t) => {
  t.ok(existsSync(join(ownHeaders(), 'tsecc/tsecc.h')));
  t.ok(JSON.parse(readFileSync('package.json', 'utf8')).files.includes('include'));
});
