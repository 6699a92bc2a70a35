import type { Catalog } from '../../message.js';

/** What else tsecc says, in Chinese, in the order of the English texts. */
export const compiler: Catalog = {
  '--btfhub-archive names a clone of github.com/aquasecurity/btfhub-archive, or a directory like it: <distribution>/<version>/{0}/<release>.btf.tar.xz or .btf':
    '--btfhub-archive 应指向 github.com/aquasecurity/btfhub-archive 的克隆，或同样布局的目录：<distribution>/<version>/{0}/<release>.btf.tar.xz 或 .btf',
  'Packing Node.js and tsecli for standalone files, once...\n':
    '正在打包独立文件所需的 Node.js 和 tsecli，只需一次…\n',
  'a bundle': 'bundle',
  'a standalone file': '独立可执行文件',
  'asked for': '由命令行指定',
  'bpftool failed': 'bpftool 执行失败',
  "bpftool must know gen min_core_btf, since its version 5.18: '{0}'":
    "bpftool 须支持 gen min_core_btf（5.18 版起）：'{0}'",
  'bpftool printed no header': 'bpftool 没有输出头文件',
  bundle: 'bundle',
  "carry the library '{0}': its name is not one for a script": "无法携带库 '{0}'：脚本里不能使用这个名字",
  'carry {0}: it is not installed beside tsecc': '无法携带 {0}：它没有和 tsecc 安装在一起',
  'choose another directory: -o DIR': '换一个目录：-o DIR',
  compile: '编译',
  "compile '{0}': no programs in the object": "无法编译 '{0}'：目标文件里没有程序",
  "compile '{0}': the file is empty": "无法编译 '{0}'：文件是空的",
  "compile '{0}': {1} in its annotations": "无法编译 '{0}'：注解中有 {1}",
  "compile for '{0}': no such architecture": "无法为 '{0}' 编译：没有这种架构",
  'disk quota exceeded': '磁盘配额已用尽',
  'file of types': '类型文件',
  "find the libraries of '{0}': ldd failed: {1}": "无法查找 '{0}' 依赖的库：ldd 执行失败：{1}",
  'find the library {0}: it is not installed': '找不到库 {0}：没有安装',
  "find {0}: '{1}', {2}, is no program": "无法使用 {0}：{2}的 '{1}' 不是可执行程序",
  'find {0}: it is not installed': '找不到 {0}：没有安装',
  'give --vmlinux a vmlinux.h, or a file with BTF such as /sys/kernel/btf/vmlinux':
    '--vmlinux 要给出 vmlinux.h，或含有 BTF 的文件，例如 /sys/kernel/btf/vmlinux',
  'give it the name of a *.bpf.c': '请给出 *.bpf.c 的文件名',
  'install it: xz-utils on Debian and Ubuntu, xz elsewhere; or unpack the archive first':
    '请安装：Debian 和 Ubuntu 上是 xz-utils，其他发行版是 xz；或先自行解压归档',
  'it has {0} bytes, more than the {1} of any source': '文件有 {0} 字节，超过源文件的上限 {1}',
  'it holds no .btf of at most {0} bytes': '其中没有不超过 {0} 字节的 .btf',
  'it is a directory': '这是目录',
  'it is neither C source nor header': '它既不是 C 源文件，也不是头文件',
  'it is no BPF {0}, and is not written over': '它不是 BPF {0}，不会被覆盖',
  'it is no C source': '它不是 C 源文件',
  'it is no tar archive': '它不是 tar 归档',
  'it is not a directory': '它不是目录',
  'it is not an ordinary file': '它不是普通文件',
  'it is the {0} of another object, {1}': '它是另一个目标文件 {1} 的{0}',
  'it may not be read': '没有读取权限',
  "keep vmlinux.h in '{0}': {1}": "无法在 '{0}' 中保存 vmlinux.h：{1}",
  "leave it out to use the system's, or install one: {0}": '去掉它以使用系统自带的，或安装一个：{0}',
  'leave out --no-generate-package-json': '去掉 --no-generate-package-json',
  'leave out --yaml': '去掉 --yaml',
  "make '{0}': a file is in its place": "创建 '{0}'：那里已经有一个文件",
  "make a standalone file for {0}: it carries this machine's Node.js":
    '无法为 {0} 生成独立文件：它携带的是本机的 Node.js',
  "make a standalone file: this Node.js needs '{0}' to run":
    "无法生成独立文件：这个 Node.js 依赖 '{0}' 才能运行",
  'make a standalone file: tsecli is not installed beside tsecc':
    '无法生成独立文件：tsecli 没有和 tsecc 安装在一起',
  'make types of kernels small: none could be, first {0}':
    '无法精简内核类型：没有一个成功，第一个失败是：{0}',
  "make vmlinux.h: bpftool cannot dump the types of '{0}': {1}":
    "无法生成 vmlinux.h：bpftool 不能导出 '{0}' 的类型：{1}",
  "make vmlinux.h: this kernel has no BTF (/sys/kernel/btf/vmlinux), nor is there a lab kernel's: {0}":
    '无法生成 vmlinux.h：当前内核没有 BTF（/sys/kernel/btf/vmlinux），也没有 lab 内核的 BTF：{0}',
  'make {0}: it carries package.json, which is not to be written':
    '无法生成{0}：它包含 package.json，而命令行要求不写它',
  'name a *.bpf.c in it': '请给出其中某个 *.bpf.c',
  'name another: --vmlinux FILE, a vmlinux.h or BTF': '用 --vmlinux FILE 指定另一个 vmlinux.h 或 BTF',
  'name one: --vmlinux FILE, a vmlinux.h or BTF of the kernel the program is for':
    '用 --vmlinux FILE 指定目标内核的 vmlinux.h 或 BTF',
  'named by {0}': '由 {0} 指定',
  'no space left on the device': '设备空间不足',
  'no such file': '文件不存在',
  'part of the path is not a directory': '路径中的某一部分不是目录',
  'put SEC("…") before a function, for instance SEC("kprobe/do_unlinkat")':
    '在函数前面写 SEC("…")，例如 SEC("kprobe/do_unlinkat")',
  "read '{0}' for vmlinux.h: it cannot be read": "无法为 vmlinux.h 读取 '{0}'：读不出来",
  "read '{0}': it holds no types of kernels for {1}": "无法使用 '{0}'：其中没有 {1} 的内核类型",
  "read '{0}': it is not installed beside tsecc": "读取 '{0}'：它没有和 tsecc 安装在一起",
  'read BTF of a lab kernel: tsecli is not installed beside tsecc':
    '无法读取 lab 内核的 BTF：tsecli 没有和 tsecc 安装在一起',
  'read BTF of a lab kernel: {0}': '无法读取 lab 内核的 BTF：{0}',
  'read header': '读取头文件',
  'run tsecc --standalone on a machine of {0}': '请在 {0} 的机器上运行 tsecc --standalone',
  'run tsecc with a Node.js from nodejs.org, which carries all of itself':
    '请用 nodejs.org 的 Node.js 运行 tsecc，它自带全部依赖',
  'set XDG_CACHE_HOME to a directory that you may write to, with some megabytes free':
    '把 XDG_CACHE_HOME 设为一个可写的、有几 MB 空间的目录',
  'standalone file': '独立可执行文件',
  "start '{0}': it does not run": "无法启动 '{0}'：它不能运行",
  'the name of a header ends in .h': '头文件的名字以 .h 结尾',
  'the name of a source ends in .bpf.c or .c': '源文件的名字以 .bpf.c 或 .c 结尾',
  'the standalone file is made without bpftool, as there is none here: it runs only where one is installed':
    '独立文件中没有 bpftool，因为本机没有：它只能在装有 bpftool 的机器上运行',
  'tsecli failed': 'tsecli 执行失败',
  'tutorials/lessons has sources to begin with': 'tutorials/lessons 里有可以入门的源文件',
  "unpack '{0}': {1}": "无法解包 '{0}'：{1}",
  'unpack types of kernels: xz is not installed': '无法解包内核类型：没有安装 xz',
  "write '{0}': you may not write there": "写入 '{0}'：没有写权限",
  "write '{0}': {1}": "无法写入 '{0}'：{1}",
  "write to '{0}': {1}": "无法写入目录 '{0}'：{1}",
  'write {0}: already there': '写入 {0}：已经存在',
  'xz cannot read it': 'xz 无法读取它',
  "{0} '{1}': {2}": "无法{0} '{1}'：{2}",
  '{0}, or {1}': '{0}，或 {1}',
  '{0}; the bundle is made without it': '{0}；bundle 中不包含它',
};
