import type { Catalog } from '../../message.js';

/** What `tsecc doctor` and `tsecli doctor` say, in Chinese, in the order of the English. */
export const doctorChinese: Catalog = {
  "'{0}' cannot be read": "无法读取 '{0}'",
  "'{0}' cannot be written to": "无法写入 '{0}'",
  "'{0}' does not compile for BPF: {1}": "'{0}' 不能编译 BPF：{1}",
  "'{0}' does not work: {1}": "'{0}' 无法工作：{1}",
  '--btfgen unpacks the types of other kernels with it': '--btfgen 用它解压其他内核的类型',
  '0: every user may load programs for sockets': '0：所有用户都可以加载 socket 程序',
  '0: programs are interpreted, and fentry cannot be attached': '0：程序由解释器执行，无法挂载 fentry',
  '1: only users with rights may load programs, until the next start':
    '1：只有具备权限的用户可以加载程序，重启前不可更改',
  '2: only users with rights may load programs': '2：只有具备权限的用户可以加载程序',
  Configuration: '内核配置',
  Headers: '头文件',
  Helpers: 'helper 函数',
  Installation: '安装',
  Kernel: '内核',
  'Kernel types': '内核类型',
  'Kinds of programs': '程序种类',
  Lab: 'lab 虚拟机',
  Mounts: '文件系统挂载',
  Package: '包',
  Programs: '所需程序',
  Rights: '权限',
  Tools: '工具',
  [`Usage: tsecc doctor [options]

Tells what a compile needs, what of it is here, and what mends what is missing. Programs are started, headers looked for as
clang does, and vmlinux.h is made. It ends with 0 where sources can be compiled, else with 9. What runs packages is told by
tsecli doctor.

Options:
      --json       print one JSON document: {"checks": [...]}
      --lang LANG  language of messages: en or zh; else that of the locale
  -h, --help       print this text
`]: `用法：tsecc doctor [选项]

说明编译需要什么、本机有什么，以及缺少的如何补上。所需程序会被实际启动，头文件按 clang 的方式查找，并生成 vmlinux.h。
能够编译时以 0 退出，否则以 9 退出。运行包所需的一切由 tsecli doctor 说明。

选项：
      --json       输出一个 JSON 文档：{"checks": [...]}
      --lang LANG  消息的语言：en 或 zh；默认取自 locale
  -h, --help       显示这段文字
`,
  [`Usage: tsecli doctor [options] [PACKAGE]

Tells what this machine has for tsecli: its kernel, rights, mounts, tools and lab, and which kinds of programs run here. What can
be tried is tried: programs of two instructions are loaded for a moment. With PACKAGE, what it needs, without loading it.
It ends with 0 where tsecli can work, here or in its lab; else with 9, 3 or 4, as a run would.

Options:
  -j, --json          print one JSON document: {"checks": [...]}
      --lab[=KERNEL]  look at a machine of the lab
      --ca-file FILE  trust these certificates, too, where PACKAGE comes over the network
      --plain-http    ask other machines without TLS, too
      --lang LANG     language of messages: en or zh; else that of the locale
  -h, --help          print this text

Examples:
  sudo tsecli doctor        what root can do here
  tsecli doctor --lab=6.1   what can be done in the lab
  tsecli doctor -j package.json
`]: `用法：tsecli doctor [选项] [包]

说明本机为 tsecli 提供了什么：内核、权限、文件系统挂载、工具和 lab，以及哪些种类的程序能在这里运行。能试的都会真正试一次：
短暂加载只有两条指令的程序。给出包时，说明这个包需要什么，但不加载它。
tsecli 能在本机或 lab 中工作时以 0 退出；否则以 9、3 或 4 退出，与运行时相同。

选项：
  -j, --json          输出一个 JSON 文档：{"checks": [...]}
      --lab[=KERNEL]  检查 lab 中的机器
      --ca-file FILE  包来自网络时，另外信任这些证书
      --plain-http    访问其他机器时也可以不用 TLS
      --lang LANG     消息的语言：en 或 zh；默认取自 locale
  -h, --help          显示这段文字

示例：
  sudo tsecli doctor        root 在这里能做什么
  tsecli doctor --lab=6.1   在 lab 中能做什么
  tsecli doctor -j package.json
`,
  'a user namespace: its root has no rights over the kernel':
    '处于 user namespace：其中的 root 对内核没有权限',
  accelerator: '加速器',
  'an object was compiled': '已成功编译一个目标文件',
  'bpftool {0} does not know such programs': 'bpftool {0} 不认识这类程序',
  cache: '缓存',
  'calls into libc': 'libc 调用',
  'cgroups of version 2 are mounted nowhere': '没有挂载 cgroup v2',
  'clang finds no <{0}>': 'clang 找不到 <{0}>',
  "clang's BPF target": 'clang 的 BPF 目标',
  "confidentiality: nobody may read the kernel's memory, which most programs do":
    'confidentiality：任何人都不能读取内核内存，而多数程序需要读取',
  container: '容器',
  "doctor: '{0}' is one word too many": "doctor：多余的参数 '{0}'",
  'doctor: --{0} is of no use here': 'doctor：--{0} 在这里不起作用',
  'emulation, as KVM is not there or does not truly work: it is slower':
    '软件模拟：没有 KVM 或 KVM 不能正常工作，速度较慢',
  'exit code {0}': '退出码 {0}',
  'falls back to {0}: {1}': '退而使用 {0}：{1}',
  'for programs at interfaces, sockets and cgroups': '用于网络接口、socket 和 cgroup 上的程序',
  'grammar of C': 'C 语法',
  'headers of libbpf': 'libbpf 头文件',
  'headers of the kernel': '内核头文件',
  'install bpftool {0} or later': '安装 bpftool {0} 或更新版本',
  "integrity: nobody may write to the kernel's memory, or load some kinds of programs":
    'integrity：任何人都不能写内核内存，部分种类的程序也不能加载',
  'it does not read C': '它不能解析 C',
  'it is not installed beside tsecc': '没有与 tsecc 装在一起',
  'kernel {0} describes no types (built without CONFIG_DEBUG_INFO_BTF)':
    '内核 {0} 没有类型信息（编译时未启用 CONFIG_DEBUG_INFO_BTF）',
  'kernel {0} does not give it to programs, for its age, its configuration or its lockdown':
    '内核 {0} 不向程序提供它：版本太旧、配置未启用，或处于 lockdown',
  'kernel {0} has no such map ({1})': '内核 {0} 没有这种 map（{1}）',
  'kernel {0} has no trace event bpf_trace_printk (Linux 5.9 and later have it)':
    '内核 {0} 没有跟踪事件 bpf_trace_printk（Linux 5.9 起才有）',
  'kernel {0} has no {1} programs (Linux {2})': '内核 {0} 没有 {1} 程序（需要 Linux {2}）',
  'kernel {0} refuses such programs: {1}': '内核 {0} 拒绝这类程序：{1}',
  'kernel {0} runs without the security module bpf': '内核 {0} 未启用安全模块 bpf',
  'kernel {0} was built without it': '内核 {0} 编译时未启用',
  'kernel {0} was built without probes for many functions (CONFIG_FPROBE)':
    '内核 {0} 编译时未启用多函数探针（CONFIG_FPROBE）',
  'kernel {0} was built without uprobes (CONFIG_UPROBE_EVENTS)':
    '内核 {0} 编译时未启用 uprobe（CONFIG_UPROBE_EVENTS）',
  kernels: '内核',
  limited: '受限',
  "load '{0}': kernel {1} has no BPF helper number {2}": "加载 '{0}'：内核 {1} 没有编号为 {2} 的 BPF helper",
  'loading programs': '加载程序',
  machine: '机器',
  missing: '缺少',
  'name a vmlinux.h or BTF: --vmlinux FILE': '用 --vmlinux FILE 指定 vmlinux.h 或 BTF 文件',
  'none seen': '未发现',
  'none yet: the first use fetches one': '还没有：首次使用时获取',
  'not mounted': '未挂载',
  'not mounted; tsecli mounts it at {0} when it needs it': '未挂载；tsecli 需要时会挂载到 {0}',
  ok: '正常',
  'perf buffer': 'perf 缓冲区',
  'programs are loaded by bpftool, which is missing': '程序由 bpftool 加载，而它不存在',
  'ring buffer': '环形缓冲区',
  'sampled map': '定期采样的 map',
  'security modules': '安全模块',
  'see tsecli doctor --help': '见 tsecli doctor --help',
  'set XDG_CACHE_HOME to a directory that you may write to': '把 XDG_CACHE_HOME 设为可写的目录',
  'tell what a compile needs and lacks here, and what mends it':
    '说明编译需要什么、本机有什么，以及其余的如何补上',
  'tell what this machine has for tsecli and PACKAGE, what it lacks, and what mends that':
    '说明本机为 tsecli 和 PACKAGE 提供了什么、缺少什么，以及如何补上',
  templates: '模板',
  'the first compile takes the types of a kernel of the lab': '首次编译时取用 lab 内核的类型',
  'the kernel forbids it even to root: it is locked down, or this is a container without the right':
    '内核连 root 也不允许：内核处于 lockdown，或者这是没有该权限的容器',
  'the kernel was built without': '内核编译时未启用',
  "the kernel's configuration cannot be read: neither /proc/config.gz nor /boot/config-{0}":
    '无法读取内核配置：既没有 /proc/config.gz，也没有 /boot/config-{0}',
  'this kernel has no BTF: {0} is not there': '本内核没有 BTF：{0} 不存在',
  'this kernel has no probes for many at once: they are set one by one':
    '本内核不能一次设置多个探针：将逐个设置',
  'this user lacks {0}': '当前用户缺少 {0}',
  'to load programs': '用于加载程序',
  'to lock memory for maps, on Linux before 5.11': '用于在 Linux 5.11 之前为 map 锁定内存',
  'to look into the kernel and at processes': '用于观测内核和进程',
  'to mount bpffs and tracefs, and for uprobes of all processes':
    '用于挂载 bpffs 和 tracefs，以及对所有进程设置 uprobe',
  'trace lines': '跟踪行',
  'tsecc can compile here': 'tsecc 可以在这里编译',
  'tsecc cannot compile here': 'tsecc 不能在这里编译',
  'tsecli can work here': 'tsecli 可以在这里工作',
  'tsecli cannot do this here': 'tsecli 在这里做不到',
  'tsecli cannot do this here, but in its lab: {0}': 'tsecli 在这里做不到，但在 lab 中可以：{0}',
  'types of the running kernel': '正在运行的内核的类型',
  unknown: '未知',
  '{0} MB, {1}': '{0} MB，{1}',
  '{0} is older than {1}, the oldest that tsecli is tried on': '{0} 比 tsecli 测试过的最旧内核 {1} 还旧',
  '{0}, which this user may not read': '{0}，当前用户不能读取',
  '{0}: it sees the processes and interfaces of the container alone': '{0}：只能看到容器内的进程和网络接口',
  '{0}: without bpf, no program of SEC("lsm/…") runs': '{0}：没有 bpf，SEC("lsm/…") 程序不会运行',
};
