import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { readProgress, updateProgress, writeProgress } from '../../../../tutorials/runner/folder/progress.js';

const newFolder = (t: Test): string => t.testdir({ '.tselearn': {} });

t.test('progress is kept, exercise by exercise', async (t) => {
  const folder = newFolder(t);
  t.same(readProgress(folder), {});
  await updateProgress(folder, 'a/b', (before) => ({ ...before, attempts: before.attempts + 1 }));
  await updateProgress(folder, 'a/c', (before) => ({ ...before, hints: 2 }));
  t.same(readProgress(folder), { 'a/b': { attempts: 1, hints: 0 }, 'a/c': { attempts: 0, hints: 2 } });
});

t.test('many at once lose nothing', async (t) => {
  const folder = newFolder(t);
  const add = () => updateProgress(folder, 'a/b', (before) => ({ ...before, attempts: before.attempts + 1 }));
  await Promise.all(Array.from({ length: 10 }, add));
  t.same(readProgress(folder)['a/b'], { attempts: 10, hints: 0 });
});

t.test('a broken file is put aside, and nothing is thrown', async (t) => {
  const folder = newFolder(t);
  mkdirSync(join(folder, '.tselearn'), { recursive: true });
  for (const text of ['{', '[]', '{"exercises":{"a":{"attempts":"x"}}}', 'null']) {
    writeFileSync(join(folder, '.tselearn/progress.json'), text);
    t.same(readProgress(folder), {}, text);
    await updateProgress(folder, 'a/b', () => ({ attempts: 1, hints: 0 }));
    t.same(readProgress(folder), { 'a/b': { attempts: 1, hints: 0 } });
    t.equal(readFileSync(join(folder, '.tselearn/progress.json.broken'), 'utf8'), text);
  }
  t.same(readdirSync(join(folder, '.tselearn')), ['lock', 'progress.json', 'progress.json.broken']);
  t.equal(writeProgress({}), '{\n  "version": 1,\n  "exercises": {}\n}\n');
});
