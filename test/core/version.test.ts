import { readFileSync } from 'node:fs';
import t from 'tap';
import { version } from '../../core/version.js';

t.test("the version in the code is package.json's", async (t) => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  t.equal(version, manifest.version);
});
