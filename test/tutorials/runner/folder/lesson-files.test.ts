import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { filesOfLesson, starterOf } from '../../../../tutorials/runner/folder/lesson-files.js';
import { exerciseIn, exerciseText, lessonIn } from '../../../fixtures/learning.js';

t.test('a learner is given the texts, the starters and what belongs to them, each once', async (t) => {
  const two = exerciseText({ id: 'two', file: 'two.sh', files: ['event.h'] });
  const lesson = lessonIn(t, [exerciseText({ files: ['event.h'] }), two]);
  chmodSync(join(lesson.directory, 'exercise/two.sh'), 0o755);
  t.match(filesOfLesson(lesson), [
    { name: '04-exec/README.md', executable: false },
    { name: '04-exec/README.zh.md' },
    { name: '04-exec/exec.bpf.c' },
    { name: '04-exec/event.h' },
    { name: '04-exec/two.sh', executable: true },
  ]);
  t.equal(String(starterOf(exerciseIn(t)).content), 'starter of exec.bpf.c\n');
});
