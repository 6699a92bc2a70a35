import t from 'tap';
import { makeFiles } from '../../../compiler/init/make-files.js';
import { readTemplates } from '../../../compiler/init/template.js';
import { languages } from '../../../core/language.js';

t.test('every file of every template is made of its name alone', async (t) => {
  for (const template of readTemplates()) {
    for (const language of languages) {
      const files = makeFiles(template, 'some-name', 'dir', language);
      t.ok(files.length >= 2, template.id);
      for (const { path, content } of files) {
        t.match(path, /^dir\/(?:some-name(?:-target)?\.(?:bpf\.c|c|h)|README\.md)$/);
        t.notMatch(content, /\{\{|\}\}|NAME\.|undefined|\[object/, path);
        t.ok(String(content).endsWith('\n') && !String(content).endsWith('\n\n'), path);
      }
    }
  }
});

t.test('sources are in the form of the kernel', async (t) => {
  for (const template of readTemplates()) {
    for (const { path, content } of makeFiles(template, 'some-name', 'dir', 'en')) {
      if (!/\.[ch]$/.test(path)) continue;
      const lines = String(content).split('\n');
      t.match(lines[0], /SPDX-License-Identifier: GPL-2\.0 OR BSD-2-Clause/, path);
      if (path.endsWith('.bpf.c'))
        t.match(content, /^char LICENSE\[\] SEC\("license"\) = "Dual BSD\/GPL";$/m);
      for (const line of lines) {
        t.notMatch(line, /^ +[^ *]|[ \t]$/, `${path}: tabs, and nothing behind the text`);
        t.ok(line.replaceAll('\t', '        ').length <= 100, `${path}: ${line}`);
      }
    }
  }
});

t.test('README.md tells how to compile and run it, in the language that was asked for', async (t) => {
  const [template] = readTemplates();
  if (!template) throw new Error('no templates');
  const readme = (language: 'en' | 'zh') => makeFiles(template, 'gone', '.', language).at(-1)?.content;
  t.match(readme('en'), /^# gone: files that are deleted/);
  t.match(readme('zh'), /^# gone：用 kprobe/);
  for (const language of languages) {
    t.match(
      readme(language),
      /```sh\ntsecc gone\.bpf\.c\ntsecli --lab --exec 'touch test1; rm test1' package\.json\n```/,
    );
    t.match(readme(language), /sudo tsecli package\.json --pid 4711\n/);
  }
});
