import t from 'tap';
import { bytesWords, programsLike, stateWords } from '../../../runtime/verifier/words.js';

t.test('states of registers are said in words, whichever kernel wrote them', async (t) => {
  const expected = [
    ['5', 'the number 5'],
    ['inv-7', 'the number -7'],
    ['invP7', 'the number 7'],
    ['scalar()', 'a number that nothing is known of'],
    ['inv(id=0)', 'a number that nothing is known of'],
    ['scalar(smin=0,smax=umax=0xffffffff,var_off=(0x0; 0xffffffff))', 'a number from 0 to 4294967295'],
    ['inv(id=0,umax_value=4294967295,var_off=(0x0; 0xffffffff))', 'a number from 0 to 4294967295'],
    ['scalar(smin=-5,smax=9)', 'a number from -5 to 9'],
    ['scalar(smax=63)', 'a number of at most 63, perhaps negative'],
    ['scalar(umin=3)', 'a number not below 3'],
    [
      'map_value_or_null(id=1,map=counts,ks=4,vs=8)',
      'a pointer to a value of map counts, of 8 bytes, or NULL',
    ],
    ['map_value(off=4,ks=4,vs=8,imm=0)', "a pointer to a map's value of 8 bytes, 4 bytes into it"],
    ['map_ptr(map=counts,ks=4,vs=8)', 'the map counts itself'],
    ['ringbuf_mem_or_null(id=2,ref_obj_id=2,sz=24)', 'a pointer to a reserved record, or NULL'],
    ['alloc_mem(ref_obj_id=2,off=0,imm=0)', 'a pointer to a reserved record'],
    ['ctx()', "the program's context"],
    ['fp-16', 'an address on the stack, 16 bytes below its end'],
    ['pkt(r=14)', 'a pointer into the packet, behind which 14 bytes are known to be'],
    ['pkt_end()', 'the end of the packet'],
    ['trusted_ptr_task_struct(off=0,imm=0)', "a pointer to the kernel's struct task_struct"],
    ['sock_or_null(id=1)', 'sock_or_null (sock_or_null(id=1))'],
  ] as const;
  for (const [state, words] of expected) t.equal(String(stateWords(state)), words, state);
});

t.test('programs and bytes are named', async (t) => {
  t.equal(String(programsLike('kprobe/do_unlinkat')), 'kprobe programs');
  t.equal(String(programsLike(undefined)), 'programs of this kind');
  t.equal(String(bytesWords('4', '4')), 'bytes 4 to 7');
});
