import t from 'tap';
import { parseAllDocuments } from 'yaml';
import { makeEditorFiles } from '../../../compiler/editor/editor-files.js';
import { isSealed } from '../../../compiler/editor/seal.js';

const files = makeEditorFiles({ directory: 'dir', types: '/a "strange" place', preamble: 'vmlinux.h' });
const content = (path: string) => files.find((file) => file.path === `dir/${path}`)?.content ?? '';
const withoutComments = (text: string) => text.replaceAll(/^\/\/.*$/gm, '');

t.test('all files are sealed', async (t) => {
  t.equal(files.length, 4);
  for (const { path, content } of files) t.ok(isSealed(content), path);
});

t.test('clangd is told the flags, for sources and for headers', async (t) => {
  const [sources, headers] = parseAllDocuments(content('.clangd')).map((document): unknown =>
    document.toJS(),
  );
  t.match(sources, { If: { PathMatch: '.*\\.bpf\\.c' }, CompileFlags: { Add: ['-g'] } });
  t.match(headers, { If: { PathMatch: '.*\\.h' }, CompileFlags: { Add: ['-xc-header', '-g'] } });
  t.match(content('.clangd'), /"-I\/a \\"strange\\" place"/);
  t.match(content('.clangd'), /- "-include"\n {4}- "vmlinux\.h"\n/);
});

t.test('Visual Studio Code is told of the schema', async (t) => {
  const settings: unknown = JSON.parse(withoutComments(content('.vscode/settings.json')));
  const schema = '.vscode/bpf-package.schema.json';
  t.match(settings, {
    'json.schemas': [{ fileMatch: ['package.json', '*.package.json'], url: `./${schema}` }],
    'yaml.schemas': { [schema]: ['package.yaml', '*.package.yaml'] },
  });
  t.match(JSON.parse(withoutComments(content('.vscode/extensions.json'))), {
    recommendations: ['llvm-vs-code-extensions.vscode-clangd', 'redhat.vscode-yaml'],
  });
  t.match(JSON.parse(content(schema)), {
    if: { not: { required: ['bpf_object'] } },
    else: { title: 'BPF package' },
  });
});
