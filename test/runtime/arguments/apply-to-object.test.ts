import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { applyToObject } from '../../../runtime/arguments/apply-to-object.js';
import { argumentsOf } from '../../../runtime/arguments/arguments-of.js';
import { parseArguments } from '../../../runtime/arguments/parse-arguments.js';
import { argumentsOfEvents, metaOf } from '../../fixtures/arguments.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('sets variables in the bytes, and leaves all others', async (t) => {
  for (const name of ['events', 'events.be']) {
    const original = Buffer.from(objectBytes(name));
    const found = argumentsOfEvents([], name);
    const { patches } = parseArguments(found, ['--port=443', '--target_comm=sshd', '--runs=-1', '--limit=1']);
    const { object, runtime } = applyToObject(original, patches);
    t.same(runtime, []);
    t.same(new Uint8Array(original), objectBytes(name), 'the original stays');
    const before = new Map(found.map((each) => [each.variable, each.defaultText]));
    const after = argumentsOf(readObject(object), metaOf()).map((each) => [each.variable, each.defaultText]);
    const changed = { port: '443', target_comm: 'sshd', runs: '-1', limit: '1' };
    t.same(Object.fromEntries(after), { ...Object.fromEntries(before), ...changed }, name);
  }
});

t.test('variables without bytes in the file are left for their map', async (t) => {
  const { patches } = parseArguments(argumentsOfEvents(), ['--total=5']);
  const { object, runtime } = applyToObject(objectBytes('events'), patches);
  t.same(object, objectBytes('events'));
  t.match(runtime, [{ section: '.bss', offset: Number }]);
  t.same([...(runtime[0]?.bytes ?? [])], [5, 0, 0, 0, 0, 0, 0, 0]);
});

t.test('refuses patches outside of their section', async (t) => {
  const [patch] = parseArguments(argumentsOfEvents(), ['--port=1']).patches;
  if (!patch) throw new Error('no patch');
  for (const wrong of [
    { ...patch, offset: 100_000 },
    { ...patch, sectionIndex: 999 },
    { ...patch, section: '.text' },
  ]) {
    t.throws(() => applyToObject(objectBytes('events'), [wrong]), {
      name: 'ElfError',
      message: /^set variable: bytes /,
    });
  }
  t.same(applyToObject(objectBytes('events'), []).object, objectBytes('events'));
});
