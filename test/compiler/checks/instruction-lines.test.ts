import t from 'tap';
import { instructionLines } from '../../../compiler/checks/instruction-lines.js';
import { sourcePlaces } from '../../../compiler/checks/source-places.js';
import { readObject } from '../../../core/object/read-object.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('an instruction has the line that it was made from', async (t) => {
  const object = readObject(objectBytes('unlink'));
  const lineOf = instructionLines(object, sourcePlaces({ path: 'unlink.bpf.c', directory: '.', text: '' }));
  const [program] = object.programs;
  t.ok(program);
  const first = lineOf(program?.section ?? '', program?.offset ?? 0);
  const last = lineOf(program?.section ?? '', (program?.offset ?? 0) + (program?.size ?? 0) - 8);
  t.ok(first && first.line > 0);
  t.equal(last?.file, first?.file);
  t.equal(lineOf('xdp', 0), undefined);
});

t.test('without such information there is none', async (t) => {
  const object = readObject(objectBytes('no-debug'));
  t.equal(
    instructionLines(object, sourcePlaces({ path: 'a', directory: '.', text: '' }))('xdp', 0),
    undefined,
  );
});
