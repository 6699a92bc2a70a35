import t from 'tap';
import { stackFields } from '../../../runtime/readers/stack-fields.js';
import { sourceContext } from '../../fixtures/kernel/source-context.js';
import { array, i32, text, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const type = typeOf({ pid: u32, kstack_sz: i32, kstack: array(u64, 4), name: text(8) });
const fieldsFor = (ring: object, types = [type]) =>
  stackFields(sourceContext({ maps: { ring } }), 'ring', types);

t.test(
  'fields go by their usual names, or by those that field_map gives; both spellings are read',
  async (t) => {
    t.equal(fieldsFor({}), undefined);
    const usual = fieldsFor({ intepreter: { stack_trace: {} } });
    t.same(Object.keys(usual?.fields ?? {}), ['pid', 'kstack_sz', 'kstack']);
    t.equal(usual?.withSymbols, true);
    const mapped = fieldsFor({
      interpreter: { stack_trace: { field_map: { comm: 'name' }, with_symbols: false } },
    });
    t.match(mapped, { fields: { comm: { name: 'name' }, pid: { name: 'pid' } }, withSymbols: false });
  },
);

t.test('a type that does not fit is refused', async (t) => {
  for (const field_map of [{ comm: 'pid' }, { kstack: 'gone' }, { pid: 7 }]) {
    t.throws(() => fieldsFor({ intepreter: { stack_trace: { field_map } } }), { code: 'package-invalid' });
  }
  t.throws(() => fieldsFor({ intepreter: { stack_trace: {} } }, [typeOf({ pid: u32 })]), {
    message: /has no field kstack or ustack/,
  });
});
