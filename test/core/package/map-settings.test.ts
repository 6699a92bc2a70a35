import t from 'tap';
import { asObject, invalidMap, mapSettings, stackTraceOf } from '../../../core/package/map-settings.js';
import { sourceContext } from '../../fixtures/kernel/source-context.js';

t.test('what ecc says of a map, and values of unknown kind', async (t) => {
  t.match(mapSettings(sourceContext({ maps: { ring: { mmaped: true } } }), 'ring'), { mmaped: true });
  t.equal(mapSettings(sourceContext(), 'ring'), undefined);
  t.same(asObject({ a: 1 }), { a: 1 });
  for (const value of [null, undefined, [], 'text', 3]) t.equal(asObject(value), undefined);
  t.match(invalidMap('x', 'why', 1), { code: 'package-invalid', message: "read map 'x': why", cause: 1 });
});

t.test("stacks are said by ecc's spelling, or by the right one", async (t) => {
  const said = (more: object) => stackTraceOf(sourceContext({ maps: { ring: more } }), 'ring');
  const stack_trace = { with_symbols: false };
  t.same(said({ intepreter: { stack_trace } }), stack_trace);
  t.same(said({ interpreter: { stack_trace } }), stack_trace);
  for (const none of [
    {},
    { intepreter: {} },
    { intepreter: { stack_trace: 1 } },
    { intepreter: 'stack_trace' },
  ])
    t.equal(said(none), undefined);
});
