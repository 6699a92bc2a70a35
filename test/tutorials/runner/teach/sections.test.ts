import { dirname } from 'node:path';
import t from 'tap';
import { findSection, readExplanations, sectionFor } from '../../../../tutorials/runner/teach/sections.js';
import { exerciseIn } from '../../../fixtures/learning.js';

t.test('a failure leads to what explains it, else to the section of the exercise', async (t) => {
  const exercise = exerciseIn(t);
  const rows = [{ topic: '^verifier:null', lesson: '04-exec', section: { en: 'lesson', zh: '课' } }];
  t.match(sectionFor(exercise, { topic: 'verifier:null-map-value' }, 'en', rows), {
    anchor: 'lesson',
    title: 'Lesson',
  });
  const elsewhere = [{ topic: '^verifier:', lesson: '99-other', section: { en: 'x', zh: 'x' } }];
  t.match(sectionFor(exercise, { topic: 'verifier:null-map-value' }, 'en', [...elsewhere, ...rows]), {
    anchor: 'lesson',
  });
  const foreign = [{ topic: '^verifier:', lesson: '04-exec', section: { en: 'lesson', zh: '课' } }];
  const clinic = {
    ...exercise,
    kind: 'verifier',
    lesson: { ...exercise.lesson, name: '15-clinic' },
  } as const;
  t.equal(sectionFor(clinic, { topic: 'verifier:x' }, 'en', foreign), undefined);
  t.match(sectionFor(exercise, { topic: 'verifier:other' }, 'en', rows), {
    title: 'The text',
    file: '04-exec/README.md',
  });
  t.match(sectionFor(exercise, { topic: undefined }, 'zh', rows), {
    title: '正文',
    file: '04-exec/README.zh.md',
  });
  const lessons = dirname(exercise.lesson.directory);
  t.equal(findSection(lessons, '04-exec', 'nowhere', 'en'), undefined);
  t.equal(findSection(lessons, '99-not', 'the-text', 'en'), undefined);
  t.ok(readExplanations().length > 0);
});
