import t from 'tap';
import { findTemplate } from '../../../compiler/init/find-template.js';
import { readTemplates } from '../../../compiler/init/template.js';

const templates = readTemplates();

t.test('a template is found by its name, in any case', async (t) => {
  t.equal(findTemplate(templates, 'perf-event').id, 'perf-event');
  t.equal(findTemplate(templates, 'XDP').id, 'xdp');
});

t.test('one that there is not is told, with the nearest or all of them', async (t) => {
  t.throws(() => findTemplate(templates, 'kprob'), {
    code: 'usage',
    message: "init: there is no template 'kprob'",
    cure: 'nearest: kprobe',
  });
  t.throws(() => findTemplate(templates, 'something-else'), {
    code: 'usage',
    cure: /^one of kprobe, fentry, .*, xdp$/,
  });
});
