import t from 'tap';
import { plainType } from '../../../../tutorials/runner/checks/type-name.js';

t.test('types that mean the same have one name', async (t) => {
  t.same(['__u32', 'unsigned int', 'u32', 'const unsigned int'].map(plainType), Array(4).fill('u32'));
  t.same(['int', 'pid_t', '__s32'].map(plainType), Array(3).fill('s32'));
  t.equal(plainType('char[16]'), 'char[16]');
  t.equal(plainType('__u8[6]'), 'u8[6]');
  t.equal(plainType('unsigned long long'), 'u64');
  t.equal(plainType('struct event'), 'struct event');
});
