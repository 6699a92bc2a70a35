import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import t from 'tap';
import { layOut } from '../../../../tutorials/runner/folder/lay-out.js';
import { exerciseIn, source } from '../../../fixtures/learning.js';

t.test(
  'a variant lies as the learner’s own file, beside what belongs to it, until it is disposed',
  async (t) => {
    const exercise = exerciseIn(t, { files: ['event.h'] });
    let path = '';
    {
      using laid = layOut(exercise, 'wrong', 'wrong.bpf.c');
      path = laid.path;
      t.same(readdirSync(dirname(path)), ['event.h', 'exec.bpf.c']);
      t.equal(readFileSync(path, 'utf8'), source);
    }
    t.notOk(existsSync(path));
  },
);

t.test('a file that the lesson lacks is named', async (t) => {
  t.throws(() => layOut(exerciseIn(t), 'wrong', 'gone.bpf.c'), {
    code: 'package-invalid',
    message: /gone\.bpf\.c': no such file$/,
  });
});
