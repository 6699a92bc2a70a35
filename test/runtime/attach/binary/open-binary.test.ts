import t from 'tap';
import { openBinary } from '../../../../runtime/attach/binary/open-binary.js';
import { binaryBytes } from '../../../fixtures/binaries/binaries.js';
import { FakeKernel } from '../../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../../fixtures/kernel/points.js';

const program = loadedProgram('uprobe', '/opt/target:known_add');

t.test('an executable is read once for all programs of a run', async (t) => {
  const kernel = new FakeKernel();
  kernel.binaries.set('/opt/target', binaryBytes('target'));
  const context = contextOf(kernel, program);
  const binary = openBinary(program, context, '/opt/target');
  t.equal(binary.path, '/opt/target');
  t.equal(binary.segments.length, 2);
  t.equal(openBinary(program, context, '/opt/target'), binary);
  t.not(openBinary(program, contextOf(kernel, program), '/opt/target'), binary, 'the next run looks again');
});

t.test('a file that is not there is one sentence', async (t) => {
  const context = contextOf(new FakeKernel(), program);
  t.throws(() => openBinary(program, context, '/opt/target'), {
    code: 'attach-failed',
    message: "attach 'prog' to uprobe//opt/target:known_add: there is no file '/opt/target'",
    cure: 'name the executable or library with --binary FILE',
  });
  t.throws(() => openBinary(program, context, 'target'), {
    message: /there is no file 'target' in PATH or among the libraries$/,
  });
});

t.test('so is one that cannot be read', async (t) => {
  const kernel = new FakeKernel({
    files: { '/opt/text': '#!/bin/sh\n', '/opt/secret': '', '/opt/pipe': '' },
  });
  kernel.fail('open /opt/secret', 13);
  kernel.readBytes = (path) => {
    if (path === '/opt/pipe') return undefined;
    return Buffer.from(kernel.readText(path));
  };
  const open = (path: string) => () => openBinary(program, contextOf(kernel, program), path);
  t.throws(open('/opt/text'), {
    code: 'attach-failed',
    message: /cannot read '\/opt\/text': .*not an ELF file$/,
  });
  t.throws(open('/opt/secret'), { message: /cannot read '\/opt\/secret': permission denied \(EACCES\)$/ });
  t.throws(open('/opt/pipe'), { message: /it is no regular file, or larger than 1 GiB$/ });
});
