import type { LinuxVersion } from '../../core/object/linux-version.js';

/** The Linux whose programs may call functions of the kernel at all. */
const first: LinuxVersion = '5.13';

// By ebpf-docs, data/feature-versions.yaml; the first that fits counts.
const rows: readonly (readonly [name: RegExp, since: LinuxVersion])[] = [
  [/^crash_kexec$/, '6.1'],
  [/^bpf_(?:lookup_(?:user|system)_key|key_put|verify_pkcs7_signature)$/, '6.1'],
  [
    /^bpf_(?:obj_new|obj_drop|list_|task_(?:acquire|release|from_pid)|cgroup_(?:acquire|release|ancestor)|cast_to)/,
    '6.2',
  ],
  [/^bpf_(?:rdonly_cast|rcu_read_)/, '6.2'],
  [/^bpf_(?:cpumask_|rbtree_)/, '6.3'],
  [/^bpf_(?:refcount_acquire|cgroup_from_id|iter_num_|dynptr_(?:slice|from_))/, '6.4'],
  [/^bpf_(?:task_under_cgroup|sock_destroy|dynptr_)/, '6.5'],
  [/^bpf_(?:throw|percpu_obj_|iter_(?:css|task))/, '6.7'],
  [/^bpf_(?:get_file_xattr|task_get_cgroup1)$/, '6.8'],
  [/^bpf_arena_/, '6.9'],
  [/^bpf_(?:preempt_)/, '6.10'],
  [/^bpf_(?:get_task_exe_file|put_file|path_d_path|get_dentry_xattr)$/, '6.12'],
  [/^bpf_(?:send_signal_task)$/, '6.13'],
  [/^bpf_(?:set|remove)_dentry_xattr$/, '6.14'],
];

/** The Linux that brought a function of the kernel; where that is not known, the first that had any. */
export function kernelFunctionSince(name: string): LinuxVersion {
  return rows.find(([pattern]) => pattern.test(name))?.[1] ?? first;
}
