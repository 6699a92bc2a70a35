import { join } from 'node:path';
import t from 'tap';
import { findFolder, pathOfExercise } from '../../../../tutorials/runner/folder/find-folder.js';
import { exerciseIn } from '../../../fixtures/learning.js';

t.test('the folder is the one above that has progress', async (t) => {
  const folder = t.testdir({ '.tselearn': { 'progress.json': '{}' }, '02-x': { deep: {} } });
  t.equal(findFolder(folder), folder);
  t.equal(findFolder(join(folder, '02-x/deep')), folder);
  t.throws(() => findFolder('/'), { code: 'usage', cure: /tselearn start/ });
  t.equal(pathOfExercise(folder, exerciseIn(t)), join(folder, '04-exec/exec.bpf.c'));
});
