import t from 'tap';
import { readStates } from '../../../runtime/verifier/read-states.js';

const states = (text: string) => Object.fromEntries(readStates(text));

t.test('states of all kernels are read, blanks in parentheses included', async (t) => {
  t.same(states('R1_w=ctx(off=0,imm=0) R10=fp0 fp-8=mmmm????'), { R1: 'ctx(off=0,imm=0)', R10: 'fp0' });
  t.same(states(' R0_w=inv(id=0,umax_value=7,var_off=(0x0; 0xff)) R1_rw=inv5'), {
    R0: 'inv(id=0,umax_value=7,var_off=(0x0; 0xff))',
    R1: 'inv5',
  });
  t.same(states('; R6=scalar(smin=0,smax=umax=0xffffffff,var_off=(0x0; 0xffffffff))'), {
    R6: 'scalar(smin=0,smax=umax=0xffffffff,var_off=(0x0; 0xffffffff))',
  });
});

t.test('what is no state is none, and a long one is cut', async (t) => {
  t.same(states('at R1 and R2 = 3, fooR3=4'), {});
  t.equal(states(`R1=(${'x'.repeat(5000)}`)['R1']?.length, 400);
});
