import type { Catalog } from '../../message.js';

/** What tsecc says of a source, in Chinese, in the order of the English texts. */
export const sources: Catalog = {
  '"{0}" of {1}': '{1} 的 "{0}"',
  "',' or '{0}' is missing for the '{1}'": "'{1}' 之后缺少 ',' 或 '{0}'",
  "':' is missing after the key '{0}'": "键 '{0}' 之后缺少 ':'",
  "'{0}' defines no struct: it exports nothing": "'{0}' 没有定义任何结构体：不会导出任何类型",
  "'{0}' is no value": "'{0}' 不是合法的值",
  "'{0}' is no value; text stands in double quotes": "'{0}' 不是合法的值；文本要写在双引号里",
  '@event {0}: the source defines no such type': '@event {0}：源文件没有定义这个类型',
  '@format {0}: neither a format nor an enum that the source defines':
    '@format {0}：既不是已有的格式，也不是源文件定义的枚举',
  '@{0} belongs to nothing here': '@{0} 在这里不属于任何对象',
  '@{0} does nothing: the package has its own "{1}"': '@{0} 不起作用：包里已有自己的 "{1}"',
  '@{0} is broken JSON: {1}': '@{0} 的 JSON 有误：{1}',
  '@{0} means nothing to tsecc': 'tsecc 不认识 @{0}',
  '@{0} says nothing about a {1}': '@{0} 不能用于{1}',
  'a key stands in double quotes': '键要写在双引号里',
  'a program has 512 bytes of stack: keep large variables in a map (BPF_MAP_TYPE_PERCPU_ARRAY with one element)':
    '程序只有 512 字节的栈：把大变量放进 map（只有一个元素的 BPF_MAP_TYPE_PERCPU_ARRAY）',
  'a value is missing': '缺少值',
  'add: char LICENSE[] SEC("license") = "Dual BSD/GPL";':
    '加上：char LICENSE[] SEC("license") = "Dual BSD/GPL";',
  "compile '{0}': '{1}' was built without the BPF target": "无法编译 '{0}'：'{1}' 构建时没有包含 BPF 目标",
  "compile '{0}': clang failed: {1}": "无法编译 '{0}'：clang 执行失败：{1}",
  "compile '{0}': clang found {1}": "无法编译 '{0}'：clang 发现了 {1}",
  'did you mean "{0}"?': '是否想写 "{0}"？',
  'did you mean @{0}?': '是否想写 @{0}？',
  'for instance SOURCE_DATE_EPOCH=$(date +%s)': '例如 SOURCE_DATE_EPOCH=$(date +%s)',
  'include "vmlinux.h" (or <linux/bpf.h>) before <bpf/bpf_helpers.h>: it needs the kernel\'s types':
    '在 <bpf/bpf_helpers.h> 之前包含 "vmlinux.h"（或 <linux/bpf.h>）：它需要内核的类型',
  'include "vmlinux.h" first: it has the kernel\'s types': '先包含 "vmlinux.h"：内核的类型都在里面',
  'include "vmlinux.h" in place of <linux/…>, or install the headers for this machine: {0}':
    '用 "vmlinux.h" 代替 <linux/…>，或安装本机的头文件：{0}',
  'include "vmlinux.h" in place of it, or install the kernel\'s headers: {0}':
    '用 "vmlinux.h" 代替它，或安装内核头文件：{0}',
  'include the header in the source, and look for an #if around it':
    '在源文件中包含这个头文件，并检查它外面是否有 #if',
  'included from here': '由此处包含',
  "install libbpf's headers: {0}": '请安装 libbpf 的头文件：{0}',
  'it belongs to a {0}': '它应写在{0}上',
  'it said nothing': '它没有给出任何信息',
  'letters, digits, - and _': '字母、数字、- 和 _',
  license: '许可证',
  "look at what this kernel has: bpftool btf dump file /sys/kernel/btf/vmlinux format c | grep -A20 'struct {0} {'":
    "查看当前内核的定义：bpftool btf dump file /sys/kernel/btf/vmlinux format c | grep -A20 'struct {0} {'",
  map: 'map',
  member: '成员',
  'name another: --clang-bin, or install one: {0}': '用 --clang-bin 指定另一个，或安装一个：{0}',
  'name one of the same version as clang: --llvm-strip-bin':
    '用 --llvm-strip-bin 指定与 clang 版本相同的一个',
  'name types of {0}: --vmlinux FILE, a vmlinux.h or BTF from there':
    '用 --vmlinux FILE 给出 {0} 的类型：那种机器上的 vmlinux.h 或 BTF',
  'no output': '没有输出',
  'one or more sections, such as kprobe/filename_unlinkat':
    '一个或多个 section，例如 kprobe/filename_unlinkat',
  'one or more types, such as struct event': '一个或多个类型，例如 struct event',
  'parse source: the C grammar gave no tree': '无法解析源文件：C 语法没有给出语法树',
  'parse source: {0} characters are more than {1}': '无法解析源文件：有 {0} 个字符，超过 {1}',
  program: '程序',
  'put it right before a {0}': '把它写在紧靠{0}的前面',
  "read SOURCE_DATE_EPOCH: '{0}' is no number of seconds since 1970 up to {1}":
    "无法解析 SOURCE_DATE_EPOCH：'{0}' 不是 1970 年以来的秒数（最大 {1}）",
  'read the C grammar: no {0} in this installation': '无法读取 C 语法：安装目录里没有 {0}',
  "remove the #include of <linux/…> or <sys/…>: vmlinux.h has the kernel's types already":
    '去掉 <linux/…> 或 <sys/…> 的 #include：vmlinux.h 里已经有内核的类型',
  'say it in a doc comment on the map: /// @event struct NAME':
    '在 map 的文档注释里写明：/// @event struct NAME',
  'see --additional-cflags: clang is given it as it stands': '检查 --additional-cflags：它会原样传给 clang',
  'split --additional-cflags: the quote at character {0} is not closed':
    '无法拆分 --additional-cflags：第 {0} 个字符处的引号没有闭合',
  "strip the object: '{0}' failed: {1}": "无法 strip 目标文件：'{0}' 执行失败：{1}",
  struct: '结构体',
  'text has a backslash that means nothing': '文本中有无意义的反斜杠',
  'text in double quotes goes on in the next line': '双引号中的文本延续到了下一行',
  'text of one character': '单个字符的文本',
  'text stands in double quotes': '文本要写在双引号里',
  'the closing double quote is missing': '缺少右双引号',
  "the key '{0}' is not allowed": "不允许使用键 '{0}'",
  "the key '{0}' stands here twice": "键 '{0}' 在这里出现了两次",
  'the name of a format or of an enum': '格式名或枚举名',
  'the name of a group': '组名',
  'the program states no license: the kernel refuses it most helpers, bpf_printk among them':
    '程序没有声明许可证：内核会拒绝它使用大多数 helper，包括 bpf_printk',
  'the records in this buffer are not described: {0} is not defined at the top of the source':
    '这个缓冲区里的记录没有描述：{0} 没有定义在源文件的顶层',
  "the type of what {0} puts into '{1}' cannot be told from the source":
    "从源文件中看不出 {0} 写入 '{1}' 的是什么类型",
  'values are nested more than {0} deep': '值的嵌套超过 {0} 层',
  variable: '变量',
  'vmlinux.h has the types of this machine, {0}; the program is for {1}':
    'vmlinux.h 是本机 {0} 的类型；程序的目标是 {1}',
  '{0} has no key "{1}"': '{0} 没有键 "{1}"',
  '{0} has: {1}': '{0} 有：{1}',
  '{0} is not exported: the source does not define it': '{0} 没有导出：源文件没有定义它',
  '{0} must be a whole number from {1} on': '{0} 必须是不小于 {1} 的整数',
  '{0} must be an object: {"key": value}': '{0} 必须是对象：{"key": value}',
  '{0} must be one of {1}': '{0} 必须是下列之一：{1}',
  '{0} must be true or false': '{0} 必须是 true 或 false',
  '{0} must be {1}': '{0} 必须是{1}',
  '{0} needs the key "{1}"': '{0} 缺少键 "{1}"',
  '{0} or a {1}': '{0}或{1}',
};
