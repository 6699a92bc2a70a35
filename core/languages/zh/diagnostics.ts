import type { Catalog } from '../../message.js';

/** What is said of sources, in the order of the English messages. */
export const diagnostics: Catalog = {
  "'{0}' is defined nowhere: libbpf cannot load the object": "'{0}' 没有定义：libbpf 无法加载这个目标文件",
  "'{0}' is no program: it stands in no section": "'{0}' 不是程序：它不在任何 section 中",
  '1 more error came from this one': '另有 1 个错误由此引起',
  'BPF divides only unsigned numbers of up to 64 bits: use u64': 'BPF 只能做 64 位以内的无符号除法：请用 u64',
  'BPF has no floating-point numbers: count in whole ones, such as thousandths':
    'BPF 没有浮点数：请用整数计算，例如以千分之一为单位',
  'BPF has no floating-point numbers: print whole ones with %d or %llu':
    'BPF 没有浮点数：请用 %d 或 %llu 输出整数',
  'BPF_KPROBE gives at most 5 arguments: leave out those behind':
    'BPF_KPROBE 最多提供 5 个参数：请去掉后面的',
  'BPF_PROG gives at most 12 arguments: leave out those behind': 'BPF_PROG 最多提供 12 个参数：请去掉后面的',
  'a BPF function takes at most 5 arguments: give a pointer to a struct that holds them, or write static __always_inline':
    'BPF 函数最多 5 个参数：请传递一个包含它们的结构体的指针，或写成 static __always_inline',
  'a BPF function takes no ... and returns no struct: give a pointer to one that it fills, or write static __always_inline':
    'BPF 函数不能有可变参数（...），也不能返回结构体：请传递指针由它填写，或写成 static __always_inline',
  'a BPF program cannot end or wait: return from the function':
    'BPF 程序不能退出进程，也不能等待：从函数返回即可',
  'a constant is set before the program is loaded: leave out const for a variable that the program changes':
    '常量在程序加载之前设定：程序自己要修改的变量请去掉 const',
  'a map of this type cannot be allocated in advance': '这种类型的 map 不能预先分配',
  'a queue, a stack or a bloom filter has no key': 'queue、stack 和 bloom filter 没有 key',
  'a ring buffer has a power of two of pages, not {0} bytes: libbpf before 0.8 refuses it':
    'ring buffer 的大小须是 2 的幂个页，而不是 {0} 字节：0.8 以前的 libbpf 会拒绝',
  'a ring buffer has no key and no value: libbpf cannot make it':
    'ring buffer 没有 key，也没有 value：libbpf 无法创建它',
  'a value for each processor has at most {0} bytes, not {1}':
    'per-CPU 的 value 最多 {0} 字节，而这里是 {1} 字节',
  'a } is missing: the note shows the { that it belongs to, or one before it':
    '缺少 }：附注指出了与它配对的 {，也可能是更前面的一个',
  'add __type(key, u32);': '加上 __type(key, u32);',
  'add __type(value, …); with the type of what it holds': '加上 __type(value, …);，写明所存内容的类型',
  'add __uint(map_flags, BPF_F_NO_PREALLOC);': '加上 __uint(map_flags, BPF_F_NO_PREALLOC);',
  'add __uint(max_entries, 1024);, or run it with --map-size {0}=1024':
    '加上 __uint(max_entries, 1024);，或运行时用 --map-size {0}=1024',
  'add __uint(max_entries, 256 * 1024);, or run it with --map-size {0}=262144':
    '加上 __uint(max_entries, 256 * 1024);，或运行时用 --map-size {0}=262144',
  'add __uint(type, BPF_MAP_TYPE_HASH);': '加上 __uint(type, BPF_MAP_TYPE_HASH);',
  'begin it with what the program attaches to: kprobe/, tracepoint/, fentry/, uprobe/, xdp, tc, …':
    '以程序的挂载类型开头：kprobe/、tracepoint/、fentry/、uprobe/、xdp、tc 等',
  'bpf_printk takes at most 12 values behind the format: print in two lines':
    'bpf_printk 的格式串之后最多 12 个值：请分两行输出',
  "compile '{0}': no kernel would load it, for {1}": "无法编译 '{0}'：有 {1}，任何内核都不会加载它",
  'define it here, or declare a function of the kernel with __ksym':
    '请在这里定义它；如果是内核函数，请用 __ksym 声明',
  'for an editor': '供编辑器使用',
  'give its address: &{0}': '请传它的地址：&{0}',
  'give the array a constant size: the verifier must know how much stack there is':
    '请给数组一个常量大小：verifier 必须知道用了多少栈',
  'in this header': '在这个头文件中',
  'include <bpf/bpf_helpers.h>: SEC is from there': '请包含 <bpf/bpf_helpers.h>：SEC 在其中定义',
  'include <bpf/bpf_tracing.h>: BPF_KPROBE and its like are from there':
    '请包含 <bpf/bpf_tracing.h>：BPF_KPROBE 等宏在其中定义',
  'include <{0}>': '请包含 <{0}>',
  'it has no type': '没有类型',
  'it has room for nothing': '没有任何容量',
  'it knows %d, %i, %u, %x, %X with l or ll before them, %s, %c and %p':
    '它支持 %d、%i、%u、%x、%X（前面可加 l 或 ll）、%s、%c 和 %p',
  'its values are file descriptors of 4 bytes, not {0}': '它的 value 是 4 字节的文件描述符，而不是 {0} 字节',
  'leave out --run': '去掉 --run',
  'leave out key and value: it needs only type and max_entries':
    '去掉 key 和 value：只需要 type 和 max_entries',
  'leave out the key': '去掉 key',
  'leave out the {0}, or write ll for 64 bits': '去掉 {0}；64 位的值请写 ll',
  "leave out what stands behind '{0}'": "去掉 '{0}' 后面的内容",
  'libbpf knows no pinning {0}': 'libbpf 不认识 pinning {0}',
  "libbpf knows no section '{0}': '{1}' cannot be loaded": "libbpf 不认识 section '{0}'：'{1}' 无法加载",
  'look at the line before: a ; is missing there': '请看前一行：那里缺少分号 ;',
  'make the value smaller, or split it over several entries': '请缩小 value，或把它拆到几个条目里',
  "map '{0}' is defined in the way of libbpf before 1.0": "map '{0}' 用的是 libbpf 1.0 以前的定义方式",
  "map '{0}': libbpf knows no '{1}'": "map '{0}'：libbpf 不认识 '{1}'",
  "map '{0}': {1}": "map '{0}'：{1}",
  'no helper has this name: see man bpf-helpers': '没有这个名字的 helper：参见 man bpf-helpers',
  'no helper has this name; alike: {0}': '没有这个名字的 helper；相近的有 {0}',
  'print it with %x': '请用 %x 输出',
  'put SEC("…") before it, for instance SEC("kprobe/do_unlinkat"); before a function that others call, static':
    '在它前面加 SEC("…")，例如 SEC("kprobe/do_unlinkat")；供其他函数调用的，加 static',
  'put commas between: {0}': '改用逗号分隔：{0}',
  'put the section in quotes: SEC("kprobe/do_unlinkat")': 'section 要写在引号里：SEC("kprobe/do_unlinkat")',
  "remove '{0}'": "删去 '{0}'",
  'remove it: there is no C library in the kernel': '删去它：内核里没有 C 库',
  "section '{0}' does not say where '{1}' is to be attached": "section '{0}' 没有说明 '{1}' 挂载到哪里",
  'tell what is wrong as text or json: an object a line, on standard output':
    '诊断的格式：text 或 json；json 在标准输出上每行一个对象',
  'the format must stand in the call itself: bpf_printk("…", …)':
    '格式串必须直接写在调用里：bpf_printk("…", …)',
  'the helper is: {0}': '这个 helper 的原型是：{0}',
  'the kernel does not print {0}: bpf_printk fails, and prints nothing':
    '内核不支持 {0}：bpf_printk 会失败，什么也不输出',
  "the kernel gives {0} only to programs with a GPL-compatible license, not to '{1}'":
    "内核只允许许可证与 GPL 兼容的程序使用 {0}，'{1}' 不行",
  'the key of an array has 4 bytes, not {0}': 'array 的 key 是 4 字节，而不是 {0} 字节',
  'the type of its keys is missing': '没有写明 key 的类型',
  'the type of its values is missing': '没有写明 value 的类型',
  'there is no C library in the kernel: give __builtin_{0} a constant size, or write a loop':
    '内核里没有 C 库：请给 __builtin_{0} 一个常量大小，或自己写循环',
  'there is no C library in the kernel: use __builtin_{0} with a constant size of at most 1024 bytes, or a loop':
    '内核里没有 C 库：请用 __builtin_{0}，大小须是不超过 1024 字节的常量，或自己写循环',
  'there is no heap: keep it in a map, or in a global variable': '没有堆内存：请放进 map 或全局变量',
  'use --format {0}: standard output is that of the program with --run':
    '使用 --format {0}：有 --run 时标准输出属于所运行的程序',
  'use --format {0}: there is no such form': '使用 --format {0}：没有这种格式',
  'use BPF_SNPRINTF of <bpf/bpf_tracing.h>': '请用 <bpf/bpf_tracing.h> 的 BPF_SNPRINTF',
  'use __builtin_memcpy, __builtin_memset or __builtin_memcmp with a constant size':
    '请用 __builtin_memcpy、__builtin_memset 或 __builtin_memcmp，大小须是常量',
  'use bpf_get_current_pid_tgid() >> 32': '请用 bpf_get_current_pid_tgid() >> 32',
  'use bpf_ktime_get_ns()': '请用 bpf_ktime_get_ns()',
  'use bpf_printk("…"): tsecli prints what it says': '请用 bpf_printk("…")：tsecli 会输出它的内容',
  'use bpf_probe_read_kernel_str: it copies, and gives the length':
    '请用 bpf_probe_read_kernel_str：它复制字符串并返回长度',
  'use bpf_strncmp(text, size, "constant")': '请用 bpf_strncmp(文本, 大小, "常量")',
  'use {0}': '请用 {0}',
  'write "GPL" or "Dual BSD/GPL" in SEC("license")': 'SEC("license") 里请写 "GPL" 或 "Dual BSD/GPL"',
  "write '{0}' at column {1}": "在第 {1} 列写上 '{0}'",
  "write '{0}' in place of '{1}'": "把 '{1}' 改为 '{0}'",
  'write __type(key, u32);': '请写 __type(key, u32);',
  'write __uint(max_entries, {0});': '请写 __uint(max_entries, {0});',
  'write __uint(pinning, LIBBPF_PIN_BY_NAME);, or leave it out':
    '请写 __uint(pinning, LIBBPF_PIN_BY_NAME);，或去掉它',
  'write __uint(value_size, sizeof(u32));': '请写 __uint(value_size, sizeof(u32));',
  'write int {0}(…) with the context that {1} programs get': '请写 int {0}(…)，参数为 {1} 程序的上下文',
  'write struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 64); __type(key, u32); __type(value, u64); } {0} SEC(".maps");':
    '请写 struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 64); __type(key, u32); __type(value, u64); } {0} SEC(".maps");',
  '{0} more errors came from this one': '另有 {0} 个错误由此引起',
  '{0} reads arguments of {1} programs, but \'{2}\' is in SEC("{3}")':
    '{0} 读取的是 {1} 程序的参数，而 \'{2}\' 在 SEC("{3}") 中',
};
