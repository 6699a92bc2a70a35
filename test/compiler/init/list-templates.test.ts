import t from 'tap';
import { listTemplates } from '../../../compiler/init/list-templates.js';
import { readTemplates } from '../../../compiler/init/template.js';

t.test('a line for each template, in columns', async (t) => {
  const templates = readTemplates();
  const lines = listTemplates(templates, 'en');
  t.equal(lines.length, templates.length);
  t.equal(lines[0], 'kprobe      files that are deleted, by a kprobe and a kretprobe');
  t.match(listTemplates(templates, 'zh')[0], /^kprobe {6}用 kprobe/);
});
