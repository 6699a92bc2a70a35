import t from 'tap';
import { kernelFunctionSince } from '../../../runtime/inspect/kernel-function-versions.js';

t.test(
  'functions of the kernel have the Linux that brought them; others the first that had any',
  async (t) => {
    t.equal(kernelFunctionSince('bpf_task_from_pid'), '6.2');
    t.equal(kernelFunctionSince('bpf_iter_num_new'), '6.4');
    t.equal(kernelFunctionSince('bpf_dynptr_slice'), '6.4');
    t.equal(kernelFunctionSince('bpf_dynptr_clone'), '6.5');
    t.equal(kernelFunctionSince('crash_kexec'), '6.1');
    t.equal(kernelFunctionSince('bpf_unheard_of'), '5.13');
    t.equal(kernelFunctionSince('#7'), '5.13');
  },
);
