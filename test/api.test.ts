import { readFileSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { describeApi } from '../tools/api/describe-api.mjs';
import { renderReference, renderSurface } from '../tools/api/render-api.mjs';
import { root } from './fixtures/project.js';

const modules = describeApi(root);
const surfacePath = 'test/fixtures/public-surface.txt';

/** Reads a file that is checked in, or writes it where it is to be written anew. */
function checkedIn(path: string, text: string, variable: string): string {
  if (process.env[variable] === '1') writeFileSync(path, text);
  return readFileSync(path, 'utf8');
}

t.test('the reference is that of the doc comments (UPDATE_API=1 writes it)', async (t) => {
  const text = await renderReference(modules, root);
  t.equal(text, checkedIn('docs/api.md', text, 'UPDATE_API'));
});

t.test('the public surface is the one that was decided (UPDATE_SURFACE=1 changes it)', async (t) => {
  const text = await renderSurface(modules, root);
  t.equal(text, checkedIn(surfacePath, text, 'UPDATE_SURFACE'));
});

t.test('every name says what it is for, and the package exports the modules', async (t) => {
  const { exports }: { exports: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const { module, about, names } of modules) {
    t.ok(`./${module.slice('tsecc/'.length)}` in exports, module);
    t.not(about, '', module);
    for (const { name, about: text } of names) t.match(text, /\.(?:$|\s)/, `${module}: ${name}`);
  }
});
