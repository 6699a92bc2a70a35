import t from 'tap';
import { checkObject } from '../../../compiler/checks/check-object.js';
import { readObject } from '../../../core/object/read-object.js';
import { checkedOf, mapWith, programIn } from '../../fixtures/checked.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('what the checks find comes in the order of the source', async (t) => {
  const text = 'SEC("kprob/f")\nint trace(void *ctx) { return 0; }\nstruct {\n} opens SEC(".maps");\n';
  const { object } = checkedOf(text, {
    license: undefined,
    maps: [mapWith({ type: 0 })],
    programs: [programIn('kprob/f')],
  });
  const found = checkObject(object, { path: 'a.bpf.c', directory: '.', text });
  t.same(
    found.map(({ location, severity }) => [location?.line, severity]),
    [
      [undefined, 'warning'],
      [1, 'warning'],
      [4, 'error'],
    ],
  );
});

t.test('sound objects are not spoken of', async (t) => {
  for (const name of ['unlink', 'tracepoint', 'globals']) {
    const object = readObject(objectBytes(name));
    t.same(
      checkObject(object, { path: 'a.bpf.c', directory: '.', text: '' }).map(({ text }) => String(text)),
      [],
      name,
    );
  }
});
