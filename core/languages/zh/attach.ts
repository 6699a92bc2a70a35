import type { Catalog } from '../../message.js';

/** What attaching says, in Chinese, in the order of the English texts. */
export const attach: Catalog = {
  "'{0}' in the same struct is not loaded": "同一结构体中的 '{0}' 没有加载",
  "'{0}' is not of the form function+offset or 0xADDRESS": "'{0}' 不符合 function+offset 或 0xADDRESS 的格式",
  'BPF actions (CONFIG_NET_ACT_BPF)': 'BPF action（CONFIG_NET_ACT_BPF）',
  'BPF filters (CONFIG_NET_CLS_BPF)': 'BPF 过滤器（CONFIG_NET_CLS_BPF）',
  'LSM hook': 'LSM hook',
  'a filter with handle {0} and priority {1} is there already': '已经有 handle 为 {0}、优先级为 {1} 的过滤器',
  'a name as in {0}/unlinkat is wanted': '需要 {0}/unlinkat 这样的名字',
  'a program for infrared remotes belongs to a receiver, which tsecli does not open':
    '红外遥控程序属于接收器，而 tsecli 不打开接收器',
  'a program for tunnels belongs to a route, which tsecli does not make':
    '隧道程序属于路由，而 tsecli 不创建路由',
  'a program that excludes this one is there already': '那里已有与它互斥的程序',
  'a syscall program returns 0 when all went well': 'syscall 程序一切正常时返回 0',
  'another BPF program has this priority already': '另一个 BPF 程序已占用这个优先级',
  'another XDP program is there already': '那里已有另一个 XDP 程序',
  'another program is there already, and there is place for one': '那里已有另一个程序，而且只能有一个',
  'argument {0} of the probe is in a place that is not supported: {1}':
    '探测点的参数 {0} 所在的位置不受支持：{1}',
  "attach '{0}' to {1}": "无法挂载 '{0}' 到 {1}",
  "attach '{0}' to {1} at {2}": "无法挂载 '{0}' 到 {2} 的 {1}",
  "attach '{0}' to {1} at {2}: its qdisc 'ingress' has no place for packets that go out":
    "无法挂载 '{0}' 到 {2} 的 {1}：它的 qdisc 'ingress' 不能处理发出的包",
  "attach '{0}' to {1}: cannot read '{2}': {3}": "无法挂载 '{0}' 到 {1}：不能读取 '{2}'：{3}",
  "attach '{0}' to {1}: cannot read which functions can be traced: {2}":
    "无法挂载 '{0}' 到 {1}：不能读取哪些函数可以跟踪：{2}",
  "attach '{0}' to {1}: cgroups have no such hook": "无法挂载 '{0}' 到 {1}：cgroup 没有这个 hook",
  "attach '{0}' to {1}: it matches {2} functions, and kernel {3} has no probes for many at once (Linux 5.18 with CONFIG_FPROBE)":
    "无法挂载 '{0}' 到 {1}：匹配了 {2} 个函数，而内核 {3} 不能同时探测许多函数（Linux 5.18，CONFIG_FPROBE）",
  "attach '{0}' to {1}: it matches {2} functions, and without a link for many at most {3} can be probed":
    "无法挂载 '{0}' 到 {1}：匹配了 {2} 个函数，而没有多重 link 时最多只能探测 {3} 个",
  "attach '{0}' to {1}: its section {2}: {3} is wanted": "无法挂载 '{0}' 到 {1}：section {2}：需要 {3}",
  "attach '{0}' to {1}: kernel {2} cannot narrow it to one process (Linux 6.1)":
    "无法挂载 '{0}' 到 {1}：内核 {2} 不能把它限制在一个进程内（Linux 6.1）",
  "attach '{0}' to {1}: kernel {2} cannot tell the arguments of probes in every process (Linux 5.15)":
    "无法挂载 '{0}' 到 {1}：内核 {2} 不能给出所有进程的探测点参数（Linux 5.15）",
  "attach '{0}' to {1}: kernel {2} has no BPF trampolines on this architecture":
    "无法挂载 '{0}' 到 {1}：内核 {2} 在这种架构上没有 BPF trampoline",
  "attach '{0}' to {1}: kernel {2} has no function that can be traced and matches '{3}'":
    "无法挂载 '{0}' 到 {1}：内核 {2} 没有匹配 '{3}' 的可跟踪函数",
  "attach '{0}' to {1}: kernel {2} has no sessions of kernel probes (Linux 6.10 with CONFIG_FPROBE)":
    "无法挂载 '{0}' 到 {1}：内核 {2} 没有 kprobe session（Linux 6.10，CONFIG_FPROBE）",
  "attach '{0}' to {1}: kernel {2} has no sessions of user-space probes (Linux 6.13)":
    "无法挂载 '{0}' 到 {1}：内核 {2} 没有 uprobe session（Linux 6.13）",
  "attach '{0}' to {1}: kernel {2} has no system call without a name":
    "无法挂载 '{0}' 到 {1}：没有给出系统调用的名字，内核 {2} 无从查找",
  "attach '{0}' to {1}: kernel {2} has no system call {3}":
    "无法挂载 '{0}' 到 {1}：内核 {2} 没有系统调用 {3}",
  "attach '{0}' to {1}: kernel {2} runs without the security module bpf":
    "无法挂载 '{0}' 到 {1}：内核 {2} 没有启用安全模块 bpf",
  "attach '{0}' to {1}: kernel {2} was built without kprobes (CONFIG_KPROBES)":
    "无法挂载 '{0}' 到 {1}：内核 {2} 构建时没有 kprobe（CONFIG_KPROBES）",
  "attach '{0}' to {1}: kernel {2} was built without user-space probes (CONFIG_UPROBE_EVENTS)":
    "无法挂载 '{0}' 到 {1}：内核 {2} 构建时没有用户态探针（CONFIG_UPROBE_EVENTS）",
  "attach '{0}' to {1}: no cgroup is named to attach it to": "无法挂载 '{0}' 到 {1}：没有指定要挂载的 cgroup",
  "attach '{0}' to {1}: no function of {2} matches {3}": "无法挂载 '{0}' 到 {1}：{2} 中没有匹配 {3} 的函数",
  "attach '{0}' to {1}: no interface is named to attach it to":
    "无法挂载 '{0}' 到 {1}：没有指定要挂载的网络接口",
  'attach \'{0}\' to {1}: no struct in SEC(".struct_ops") names it':
    '无法挂载 \'{0}\' 到 {1}：SEC(".struct_ops") 中没有结构体引用它',
  "attach '{0}' to {1}: process {2} does not use {3}": "无法挂载 '{0}' 到 {1}：进程 {2} 没有使用 {3}",
  "attach '{0}' to {1}: the package names interface {2}, which is not there":
    "无法挂载 '{0}' 到 {1}：包指定的接口 {2} 不存在",
  "attach '{0}' to {1}: the package names the {2} '{3}', which netfilter has not":
    "无法挂载 '{0}' 到 {1}：包指定的 {2} '{3}' 在 netfilter 中不存在",
  "attach '{0}' to {1}: there is no file '{2}'": "无法挂载 '{0}' 到 {1}：没有文件 '{2}'",
  "attach '{0}' to {1}: there is no file '{2}' in PATH or among the libraries":
    "无法挂载 '{0}' 到 {1}：PATH 和库目录中都没有文件 '{2}'",
  "attach '{0}' to {1}: there is no process {2}": "无法挂载 '{0}' 到 {1}：没有进程 {2}",
  "attach '{0}' to {1}: {2}": "无法挂载 '{0}' 到 {1}：{2}",
  "attach '{0}': kernel {1} has no function {2}": "无法挂载 '{0}'：内核 {1} 没有函数 {2}",
  "attach '{0}': kernel {1} has no tracepoint {2}": "无法挂载 '{0}'：内核 {1} 没有 tracepoint {2}",
  "attach '{0}': kernel {1} has no {2} {3}": "无法挂载 '{0}'：内核 {1} 没有{2} {3}",
  "attach '{0}': struct '{1}' is not loaded": "无法挂载 '{0}'：结构体 '{1}' 没有加载",
  'attach it with ir-keytable --protocol FILE': '用 ir-keytable --protocol FILE 挂载它',
  'boot it with lsm={0}': '启动内核时加上 lsm={0}',
  'bpftool net show dev {0} tells which': '用 bpftool net show dev {0} 查看是哪一个',
  'bpftool net show tells which': '用 bpftool net show 查看是哪一个',
  'cannot read the static probes of {0}: {1}': '不能读取 {0} 的静态探测点：{1}',
  'cgroups of version 2 are mounted nowhere: mount -t cgroup2 cgroup2 /sys/fs/cgroup':
    '没有挂载 cgroup v2：mount -t cgroup2 cgroup2 /sys/fs/cgroup',
  'clsact qdisc (CONFIG_NET_SCH_INGRESS)': 'clsact qdisc（CONFIG_NET_SCH_INGRESS）',
  'define BPF_USDT_MAX_SPEC_CNT before usdt.bpf.h is included':
    '在包含 usdt.bpf.h 之前定义 BPF_USDT_MAX_SPEC_CNT',
  'define a map of type BPF_MAP_TYPE_SOCKMAP or BPF_MAP_TYPE_SOCKHASH':
    '请定义类型为 BPF_MAP_TYPE_SOCKMAP 或 BPF_MAP_TYPE_SOCKHASH 的 map',
  'every interface': '所有接口',
  'for the whole machine use --cgroup {0}': '整台机器请用 --cgroup {0}',
  'give --pid a running process, or leave it out for all':
    '--pid 要给出正在运行的进程，或去掉它以跟踪所有进程',
  'give a function a section, such as SEC("kprobe/do_unlinkat")':
    '给函数加上 section，例如 SEC("kprobe/do_unlinkat")',
  'give it another name': '换一个名字',
  'give it another place: --attach {0}=SECTION': '换一个挂载点：--attach {0}=SECTION',
  'give the object to the route: ip route add … encap bpf in object FILE section SECTION':
    '把目标文件交给路由：ip route add … encap bpf in object FILE section SECTION',
  'give the package another': '在包里换一个',
  'have exactly one map of such a type in the package': '包里应恰好有一个这种类型的 map',
  'ip link tells whether {0} is back': '用 ip link 查看 {0} 是否恢复',
  'is incomplete': '不完整',
  'it attaches {0}': '它能挂载 {0}',
  'it belongs into an entry of a map, where packets are redirected to; no interface runs it':
    '它属于某个 map 的条目，数据包会被重定向到那里；没有接口会运行它',
  'it belongs to a pair of netkit devices, and to who made them':
    '它属于一对 netkit 设备，由创建它们的一方挂载',
  'it belongs to a socket of the server that shares its port, and only the server can attach it':
    '它属于共享端口的服务器套接字，只有服务器能挂载它',
  'it could go over several maps: {0}': '它可以遍历多个 map：{0}',
  'it has none at all: it was built without them': '它一个也没有：构建时没有加入',
  'it has {0}{1}': '它有 {0}{1}',
  'it is a cgroup of version 1, which BPF programs cannot attach to': '它是 cgroup v1，BPF 程序不能挂载到 v1',
  'it is no cgroup': '它不是 cgroup',
  'it is no regular file, or larger than 1 GiB': '它不是普通文件，或大于 1 GiB',
  'it is stripped: it names no functions': '它被 strip 过：没有函数名',
  'it names {0}': '它有 {0} 个函数名',
  'it replaces a function of a BPF program that is not in this package':
    '它替换的是某个 BPF 程序的函数，而那个程序不在这个包里',
  iterator: '迭代器',
  'its driver cannot run XDP programs as the package demands': '它的驱动不能按包的要求运行 XDP 程序',
  'its struct belongs to a module, which tsecli cannot read':
    '它的结构体属于某个内核模块，而 tsecli 不能读取',
  'kernel {0} attaches no BPF programs to netfilter (Linux 6.4 and later, with CONFIG_NETFILTER_BPF_LINK)':
    '内核 {0} 不能把 BPF 程序挂载到 netfilter（Linux 6.4 起，需要 CONFIG_NETFILTER_BPF_LINK）',
  'kernel {0} has no stream parser (CONFIG_BPF_STREAM_PARSER)':
    '内核 {0} 没有 stream parser（CONFIG_BPF_STREAM_PARSER）',
  'kernel {0} has no such hook (Linux {1} and later have it)': '内核 {0} 没有这个 hook（Linux {1} 起才有）',
  'kernel {0} has no {1}': '内核 {0} 没有{1}',
  'leave out --pid': '去掉 --pid',
  'leave out @flags in the source: the kernel runs them without the driver then':
    '去掉源文件中的 @flags：内核就会不经驱动来运行它',
  'let the program use the one that it belongs to': '让程序只使用它所属的那一个',
  'load it with the program that it replaces a part of': '和被它替换一部分的程序一起加载',
  "map '{0}'": "map '{0}'",
  'more than one': '多个',
  'name a process that does with --pid': '用 --pid 指定一个使用它的进程',
  'name another with --iface: {0}': '用 --iface 指定另一个：{0}',
  'name one or more with --iface: {0}': '用 --iface 指定一个或多个：{0}',
  'name one process with --pid': '用 --pid 指定一个进程',
  'name the executable or library with --binary FILE': '用 --binary FILE 指定可执行文件或库',
  'names no executable or library': '没有指定可执行文件或库',
  'names no target': '没有指定目标',
  'nearest: {0}; try --attach {1}=usdt/{2}:{3}': '最接近的：{0}；试试 --attach {1}=usdt/{2}:{3}',
  'nearest: {0}; try --attach {1}={2}': '最接近的：{0}；试试 --attach {1}={2}',
  'nearest: {0}; try --attach {1}={2}/{3}': '最接近的：{0}；试试 --attach {1}={2}/{3}',
  'nearest: {0}; try {1}': '最接近的：{0}；试试 {1}',
  'needs CAP_NET_ADMIN and CAP_BPF, or root': '需要 CAP_NET_ADMIN 和 CAP_BPF，或 root',
  'needs CAP_PERFMON and CAP_BPF, or root, and a kernel that is not locked down':
    '需要 CAP_PERFMON 和 CAP_BPF，或 root，并且内核没有锁定',
  'no byte of {0} is loaded at {1}': '{0} 中没有任何字节加载到 {1}',
  'no instruction of {0} starts at offset {1}': '{0} 在偏移 {1} 处没有指令的开头',
  'no instruction that can be probed begins there': '那里没有可以探测的指令',
  none: '一个都没有',
  'priority {0}': '优先级 {0}',
  'replace it by clsact: tc qdisc del dev {0} ingress': '用 clsact 替换它：tc qdisc del dev {0} ingress',
  "run '{0}': it returned {1}": "运行 '{0}' 失败：它返回了 {1}",
  "run '{0}': it returned {1}: {2}": "运行 '{0}' 失败：它返回了 {1}：{2}",
  'run package: its object has no program that is loaded': '无法运行包：目标文件里没有要加载的程序',
  'see available_filter_functions in tracefs; * stands for any text, ? for one character':
    '见 tracefs 中的 available_filter_functions；* 代表任意文本，? 代表一个字符',
  'see its addresses with nm or objdump -d': '用 nm 或 objdump -d 查看它的地址',
  'set it there with SO_ATTACH_REUSEPORT_EBPF': '在服务器中用 SO_ATTACH_REUSEPORT_EBPF 设置',
  'something of that name is registered already': '同名的对象已经注册',
  "struct '{0}'": "结构体 '{0}'",
  'such programs are run by Linux 5.14 and later': '这种程序需要 Linux 5.14 或更新的内核才能运行',
  'take a kprobe and a kretprobe instead': '改用 kprobe 和 kretprobe',
  'take a narrower pattern; or Linux 6.6 and bpftool 7.3 or later':
    '缩小匹配范围；或使用 Linux 6.6 和 bpftool 7.3 以上版本',
  'take a pattern that matches at most {0}': '使用最多匹配 {0} 个函数的模式',
  'take a uprobe and a uretprobe instead': '改用 uprobe 和 uretprobe',
  'take an address, as in path:0x1234': '使用地址，例如 path:0x1234',
  'take one of the addresses {0} in place of the name': '不写名字，改用下列地址之一：{0}',
  'take others in @tcopts': '在 @tcopts 中换成别的',
  'the cgroup is gone': 'cgroup 已经不存在',
  'the file system of {0} takes no probes: copy the file to another':
    '{0} 所在的文件系统不支持探针：把文件复制到别处',
  'the interface is gone': '接口已经不存在',
  'the kernel finds the struct incomplete or its name taken': '内核认为结构体不完整，或名字已被占用',
  'the kernel has several functions called {0}': '内核中有多个名为 {0} 的函数',
  'the kernel lets nobody probe this place: take a function that calls it':
    '内核不允许探测这个位置：改为探测调用它的函数',
  'the note of its probe in {0} names an address that the file does not have':
    '{0} 中探测点的 note 给出的地址不在文件里',
  'the package has no map that it could go over': '包里没有它可以遍历的 map',
  'the package has no room for so many probes': '包里放不下这么多探测点',
  'the probe has {0} arguments, and libbpf knows {1}': '探测点有 {0} 个参数，而 libbpf 支持 {1} 个',
  'there are {0}': '有 {0}',
  'there is no such directory': '没有这个目录',
  'there is none': '一个也没有',
  'this network namespace': '当前网络命名空间',
  'this version of tsecli cannot attach {0} programs': '这个版本的 tsecli 不能挂载 {0} 程序',
  'try --attach {0}={1}/{2}, with the names that you mean': '试试 --attach {0}={1}/{2}，换成你要的名字',
  'use --cgroup {0}: {1}': '无法使用 --cgroup {0}：{1}',
  'use --iface {0}: there is no such interface': '无法使用 --iface {0}：没有这个接口',
  'use a kprobe instead': '改用 kprobe',
  'user-space probes want an ELF executable or library; name another with --binary':
    '用户态探针需要 ELF 可执行文件或库；用 --binary 指定另一个',
  'write SEC("tcx/ingress") and name the device with --iface': '写 SEC("tcx/ingress")，并用 --iface 指定设备',
  'write SEC("xdp") for a program that an interface runs': '由接口运行的程序请写 SEC("xdp")',
  '{0} has no function {1}': '{0} 没有函数 {1}',
  '{0} has no static probe {1}': '{0} 没有静态探测点 {1}',
  '{0} has several functions called {1}': '{0} 中有多个名为 {1} 的函数',
  '{0} has {1} in no version {2}': '{0} 没有版本 {2} 的 {1}',
  '{0} is registered as {1}': '{0} 已注册为 {1}',
  '{0} names no functions (it is stripped)': '{0} 没有函数名（被 strip 过）',
  '{0} runs in generic mode at {1}: native XDP is not possible there, so it is slower':
    '{0} 在 {1} 上以 generic 模式运行：那里不支持 native XDP，所以较慢',
  '{0}: the package has no map of sockets to attach it to': '{0}：包里没有可以挂载的套接字 map',
  '{0}: the package has several maps of sockets ({1}), and the program names {2} of them':
    '{0}：包里有多个套接字 map（{1}），而程序引用了其中的{2}',
  '{0}; {1}': '{0}；{1}',
};
