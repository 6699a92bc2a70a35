import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readTemplates } from '../../../compiler/init/template.js';
import { languages } from '../../../core/language.js';
import { root } from '../../fixtures/project.js';

const templates = readTemplates();

t.test('there is a template for each kind that a learner meets, in the order of learning', async (t) => {
  const ids = ['kprobe', 'fentry', 'tracepoint', 'uprobe', 'usdt', 'perf-event', 'ringbuf', 'histogram'];
  t.same(
    templates.map(({ id }) => id),
    [...ids, 'cgroup', 'iter', 'lsm', 'tc', 'xdp'],
  );
  t.same(
    templates.map(({ id }) => id).toSorted(),
    readdirSync(join(root, 'templates/init'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted(),
  );
});

t.test('each says what it is in both languages, and has a source', async (t) => {
  for (const { id, title, about, next, files, workload, output } of templates) {
    for (const language of languages)
      for (const text of [title, about, next]) t.ok(text[language].length > 5, `${id} in ${language}`);
    t.match(title.zh + about.zh + next.zh, /\p{Script=Han}/u, id);
    t.ok(files.includes('NAME.bpf.c'), id);
    t.ok(workload.length > 0 && output.length > 0, id);
  }
});
