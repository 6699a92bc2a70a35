import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { compileFiles } from '../compiler/compile-files.js';
import { knownWords } from '../compiler/annotations/known-words.js';
import { openPackage } from '../core/package/open.js';
import { readBlocks, type Block } from './fixtures/markdown.js';
import { MarkdownSession } from './fixtures/markdown-session.js';
import { scratchDirectory } from './fixtures/project.js';

const text = readFileSync('docs/tsecc.md', 'utf8');
const blocks = readBlocks(text);
const source = (block: Block) => `${block.lines.join('\n')}\n`;
const includes = '#include "vmlinux.h"\n#include <bpf/bpf_helpers.h>\n';
const license = 'char LICENSE[] SEC("license") = "Dual BSD/GPL";\n';
const program = 'SEC("xdp")\nint pass(struct xdp_md *ctx)\n{\n\treturn 2;\n}\n';

/** A fragment of a source with what it lacks to be a program. */
function complete(fragment: string): string {
  const before = fragment.includes('LICENSE') ? '' : license;
  const after = /^SEC\("(?:xdp|tc|k|f|t)/m.test(fragment) ? '' : program;
  return `${includes}${before}${fragment}${after}`;
}

t.test('every annotation that there is stands in the text', async (t) => {
  for (const word of knownWords.keys()) t.ok(word === 'intepreter' || text.includes(`@${word}`), `@${word}`);
});

for (const [index, block] of blocks.entries()) {
  if (!block.notes.includes('annotated')) continue;
  const expected = blocks[index + 1];
  t.test(`the example of line ${block.line} compiles to what stands under it`, async (t) => {
    t.equal(expected?.language, 'json');
    const path = join(t.testdir({ 'example.bpf.c': complete(source(block)) }), 'example.bpf.c');
    const { meta, diagnostics } = await compileFiles(path);
    t.same(diagnostics, []);
    t.match(JSON.parse(JSON.stringify(meta)), JSON.parse(expected ? source(expected) : ''));
  });
}

t.test('its commands do what the text shows', async (t) => {
  const directory = scratchDirectory(t);
  const session = new MarkdownSession(directory);
  t.teardown(() => session.close());
  for (const block of blocks) {
    const [, file] = /^file (\S+)$/.exec(block.notes[0] ?? '') ?? [];
    const [, packagePath] = /^meta (\S+)$/.exec(block.notes[0] ?? '') ?? [];
    if (file) writeFileSync(join(directory, 'work', file), source(block));
    else if (packagePath) {
      const { manifest } = openPackage(readFileSync(join(directory, 'work', packagePath)));
      t.match(manifest.meta, JSON.parse(source(block)), packagePath);
    } else if (block.language === 'console') t.same(await session.run(block), [], `line ${block.line}`);
  }
});
