import type { Catalog } from '../../message.js';

/** Helps, and what is wrong with command lines, in Chinese, in the order of the English texts. */
export const options: Catalog = {
  '--btfhub-archive DIR, for instance a clone of github.com/aquasecurity/btfhub-archive':
    '--btfhub-archive DIR，例如 github.com/aquasecurity/btfhub-archive 的克隆',
  '--run is for one source': '--run 只用于一个源文件',
  '--run is of no use without --watch': '没有 --watch 时 --run 不起作用',
  '--run needs package.json, which is not to be written': '--run 需要 package.json，而它不会被写出',
  'Commands:': '命令：',
  'Compiles one BPF source to an object (SOURCE.bpf.o) and to a package (package.json) that tsecli runs.\nThe package describes what the source puts into its buffers, and the structs of EVENTS.h.':
    '把一个 BPF 源文件编译为目标文件（SOURCE.bpf.o）和由 tsecli 运行的包（package.json）。\n包中描述了源码放入缓冲区的内容，以及 EVENTS.h 的结构体。',
  'Examples:': '示例：',
  'Exit codes: 0 done, 1 clang refused the source, 2 usage, 5 the verifier refused it (--check),\n9 a needed tool is missing':
    '退出码：0 完成，1 clang 拒绝了源码，2 用法错误，5 被验证器拒绝（--check），\n9 缺少所需工具',
  'Exit codes: 0 done, 1 unforeseen, 2 usage, 3 not permitted, 4 this kernel cannot, 5 refused by the verifier,\n6 attach failed, 7 package invalid, 8 events were lost (--fail-on-lost), 9 the lab or a needed tool is missing':
    '退出码：0 完成，1 意外错误，2 用法错误，3 没有权限，4 本内核不支持，5 被验证器拒绝，\n6 挂载失败，7 包无效，8 丢失了事件（--fail-on-lost），9 缺少 lab 或所需工具',
  'Loads the BPF programs of PACKAGE (a package.json made by tsecc; - reads standard input), attaches them, and prints\nwhat they trace until it is interrupted. Everything after PACKAGE belongs to the program.':
    '加载 PACKAGE（由 tsecc 生成的 package.json；- 表示标准输入）中的 BPF 程序，挂载它们，\n并输出其跟踪到的内容，直到被中断。PACKAGE 之后的一切都属于该程序。',
  'Options:': '选项：',
  'Other commands:': '其他命令：',
  "Usage: tsecc editor [options] [DIR]\n\nWrites files into DIR, else into the working directory, by which editors read BPF sources as tsecc compiles them:\n.clangd for clangd, and settings of Visual Studio Code that know the schema of packages. A file that somebody else wrote\nor has changed is not touched; then it prints what to add to it. Again after an update of the kernel, it makes\nthe types anew.\n\nOptions:\n      --vmlinux FILE  kernel types: a vmlinux.h or BTF; else the running kernel's\n      --lang LANG     language of messages: en or zh; else that of the locale\n  -h, --help          print this text\n\nExamples:\n  tsecc editor        for the working directory\n  tsecc editor src    for src/\n":
    '用法：tsecc editor [选项] [目录]\n\n在指定目录（默认为当前目录）里写入编辑器配置，使编辑器像 tsecc 编译时一样理解 BPF 源码：供 clangd 使用的 .clangd，以及\n带有包格式 schema 的 Visual Studio Code 设置。不是 tsecc 写的或已被修改的文件不会改动，而是打印需要加进去的内容。\n更新内核以后再运行一次，就会重新生成内核类型。\n\n选项：\n      --vmlinux FILE  内核类型：vmlinux.h 或 BTF 文件；默认取自正在运行的内核\n      --lang LANG     消息的语言：en 或 zh；默认取自 locale\n  -h, --help          显示这段文字\n\n示例：\n  tsecc editor        用于当前目录\n  tsecc editor src    用于 src/\n',
  'Usage: tsecc init [options] [TEMPLATE] [DIR]\n\nWrites a program to begin with into DIR, made if missing, else into the working directory: its source, a README.md\nthat tells how to compile and run it, and files for editors. A file that is there already is never written over.\nWithout TEMPLATE, it asks in a terminal.\n\nOptions:\n      --list       print the templates\n      --name NAME  call the program NAME, and its source NAME.bpf.c; else as the template\n      --lang LANG  language of README.md and of messages: en or zh; else that of the locale\n  -h, --help       print this text\n\nTemplates:\n{0}\n\nExamples:\n  tsecc init kprobe                   writes kprobe.bpf.c and more into the working directory\n  tsecc init ringbuf execs            the same of another template, into execs/\n  tsecc init xdp --name drop drop     drop/drop.bpf.c\n':
    '用法：tsecc init [选项] [模板] [目录]\n\n在指定目录（不存在则创建，不指定则为当前目录）里生成一个可以马上开始的程序：源码、说明如何编译和运行的 README.md，\n以及编辑器配置。已经存在的文件绝不覆盖。不指定模板时，在终端里询问。\n\n选项：\n      --list       列出模板\n      --name NAME  程序叫 NAME，源码为 NAME.bpf.c；默认与模板同名\n      --lang LANG  README.md 和消息的语言：en 或 zh；默认取自 locale\n  -h, --help       显示这段文字\n\n模板：\n{0}\n\n示例：\n  tsecc init kprobe                   在当前目录写入 kprobe.bpf.c 等文件\n  tsecc init ringbuf execs            换一个模板，写入 execs/\n  tsecc init xdp --name drop drop     生成 drop/drop.bpf.c\n',
  'Usage: {0}': '用法：{0}',
  'Which template? Arrow keys or its number, then Enter; Esc to leave.':
    '选哪个模板？按方向键或输入编号，回车确认，Esc 退出。',
  'add --watch': '加上 --watch',
  'add -b': '加上 -b',
  'again after each save': '每次保存后重新编译',
  'and runs it in the lab': '并在 lab 中运行',
  'and writes trace.d.ts': '并写出 trace.d.ts',
  'attach PROGRAM as if its source said SEC("SECTION")': '按源码写作 SEC("SECTION") 的方式挂载 PROGRAM',
  'attach cgroup programs to this cgroup': '把 cgroup 程序挂载到该 cgroup',
  'attach network programs to this interface, by name or index; may be given again':
    '把网络程序挂载到该网络接口（名称或索引），可多次给出',
  'attach the programs that can be attached here, and say which cannot':
    '挂载此处能挂载的程序，并说明哪些不能',
  'bytes of ring buffers, and on each CPU of perf buffers and the trace: 64k, 4m':
    'ring buffer 的字节数，也是 perf buffer 与 trace 在每个 CPU 上的字节数：64k、4m',
  'choose another directory: tsecc init {0} DIR': '换一个目录：tsecc init {0} DIR',
  'clang to use; else $CLANG, else the one in PATH': '使用的 clang；否则用 $CLANG，再否则用 PATH 中的',
  "compile '{0}' by itself, with -o DIR, or all of them with --watch":
    "用 -o DIR 单独编译 '{0}'，或用 --watch 编译全部",
  'compile again whenever SOURCE, or what it includes, is saved':
    '每当 SOURCE 或其包含的文件被保存，就重新编译',
  'compile anew, whatever was kept of an earlier compile of the same': '重新编译，不用以前编译留下的结果',
  'compile for {0}': '编译目标：{0}',
  'did you mean --{0}?': '是否想写 --{0}？',
  "editor: there is no directory '{0}'": "editor：没有目录 '{0}'",
  'editors: vmlinux.h is missing: {0}': '编辑器：缺少 vmlinux.h：{0}',
  'end with exit code 8 when events were lost, or may be': '有事件丢失或可能丢失时以退出码 8 结束',
  'export the structs of SOURCE itself, which may be a header': '导出 SOURCE 自身的结构体，它可以是头文件',
  'failed {0} s': '失败，{0} 秒',
  'for instance --attach do_unlinkat=kprobe/filename_unlinkat':
    '例如 --attach do_unlinkat=kprobe/filename_unlinkat',
  'for instance --buffer-size 4m': '例如 --buffer-size 4m',
  'for instance --map-size events=1m': '例如 --map-size events=1m',
  'for instance --sort -bytes --top 10': '例如 --sort -bytes --top 10',
  'for the kernel that this vmlinux.h is of': '用于这个 vmlinux.h 所属的内核',
  'give MAP room for N entries, or N bytes for a ring buffer; may be given again':
    '让 MAP 容纳 N 个条目，ring buffer 则为 N 字节；可多次给出',
  'in a lab VM, without root, for as long as the command runs': '在 lab 虚拟机中，无需 root，命令结束即停止',
  "init: '{0}' cannot be a program's name": "init：'{0}' 不能作为程序名",
  'init: no template named, and no terminal to ask in': 'init：没有指定模板，也没有终端可供选择',
  "init: there is no template '{0}'": "init：没有模板 '{0}'",
  'it is one of {0}': '它是下列之一：{0}',
  "kept '{0}', which is yours; add to it:":
    "没有改动 '{0}'（它不是 tsecc 写的，或已被修改），请把以下内容加进去：",
  "kernel types: a vmlinux.h or BTF; else the running kernel's":
    '内核类型：vmlinux.h 或 BTF；否则用正在运行的内核的',
  'kernels of the lab, and a shell in it: see tsecli lab --help':
    'lab 的内核及其中的 shell：见 tsecli lab --help',
  'language of messages: en or zh; else that of the locale': '消息的语言：en 或 zh；否则按 locale',
  'leave PROGRAM alone; may be given again': '不挂载 PROGRAM；可多次给出',
  'leave out --yaml and -n': '去掉 --yaml 和 -n',
  'let user-space probes and perf events look at this process alone': '用户态探针和 perf 事件只观察该进程',
  'letters, digits, - and _, for instance --name open-files':
    '可以用字母、数字、- 和 _，例如 --name open-files',
  'llvm-strip to use; else $LLVM_STRIP, else the one in PATH':
    '使用的 llvm-strip；否则用 $LLVM_STRIP，再否则用 PATH 中的',
  'make SOURCE too: one executable file that needs no Node.js and no tsecli':
    '另生成 SOURCE：一个无需 Node.js 和 tsecli 的可执行文件',
  'make SOURCE.tar too: package and minimal BTF, for kernels without BTF':
    '另生成 SOURCE.tar：包和最小 BTF，用于没有 BTF 的内核',
  'more flags for clang, quoted as for a shell': '传给 clang 的更多选项，引号写法同 shell',
  'name one with BPF sources, or begin with tsecc init': '请指定放 BPF 源码的目录，或者用 tsecc init 开始',
  'nearest: --{0}': '最接近的是 --{0}',
  'next:': '接下来：',
  'ok {0} s': '成功，{0} 秒',
  'once attached, run COMMAND in a shell; stop when it has ended':
    '挂载后在 shell 中运行 COMMAND，它结束时停止',
  'one of {0}; tsecc init --list tells what they show': '可选：{0}；用 tsecc init --list 查看各自的说明',
  'order events by FIELD, by -FIELD the largest first': '按 FIELD 对事件排序；写成 -FIELD 则从大到小',
  'print each event as one JSON object a line: -o json': '每个事件输出为一行 JSON 对象，即 -o json',
  'print events as columns, json, csv or raw; without it as columns':
    '事件的输出格式：columns、json、csv 或 raw；默认 columns',
  'print nothing but events and errors': '只输出事件和错误',
  'print only events that pass: \'pid == 1 && comm ~ "ssh"\'':
    '只输出满足条件的事件：\'pid == 1 && comm ~ "ssh"\'',
  'print the commands that are run': '输出所运行的命令',
  'print the version': '输出版本',
  'print these fields alone, in this order: pid,comm,peer.port': '只按此顺序输出这些字段：pid,comm,peer.port',
  'print this help': '输出本帮助',
  'print this text': '输出本帮助',
  'print what completes command lines in bash, zsh or fish': '输出 bash、zsh 或 fish 的命令行补全脚本',
  'prints JSON for ten seconds': '输出十秒钟的 JSON',
  'probe this executable or library, whatever the section names':
    '探测该可执行文件或库，不管 section 写的是什么',
  "read --attach '{0}': it is not of the form PROGRAM=SECTION":
    "无法解析 --attach '{0}'：不符合 PROGRAM=SECTION 的格式",
  "read --buffer-size '{0}': it is no number of bytes up to {1}":
    "无法解析 --buffer-size '{0}'：它不是不超过 {1} 的字节数",
  "read --duration '{0}': it is no duration": "无法解析 --duration '{0}'：不是时长",
  "read --map-size '{0}': a size goes from 1 to {1}": "无法解析 --map-size '{0}'：大小从 1 到 {1}",
  "read --map-size '{0}': it is not of the form MAP=N": "无法解析 --map-size '{0}'：不符合 MAP=N 的格式",
  "read --{0} '{1}': it is no number above 0": "无法解析 --{0} '{1}'：不是大于 0 的数",
  'read the command line: --btfgen needs an archive of types of kernels':
    '命令行有误：--btfgen 需要一个内核类型归档',
  'read the command line: --btfhub-archive is of no use without --btfgen':
    '命令行有误：没有 --btfgen，--btfhub-archive 不起作用',
  'read the command line: a header goes with one source, not with several':
    '命令行有误：头文件只能配一个源文件，不能配多个',
  'read the command line: no source named': '命令行有误：没有指定源文件',
  'read the command line: one source at a time, but {0} are named':
    '命令行有误：一次只编译一个源文件，但给出了 {0} 个',
  'read the command line: unknown option {0}': '命令行有误：未知选项 {0}',
  'read the command line: {0}': '命令行有误：{0}',
  "read the template '{0}': it is not installed beside tsecli": "读取模板 '{0}'：tsecli 旁边没有安装它",
  'refuse what RULE matches, such as helper:bpf_probe_write_user; may be given again':
    '拒绝与 RULE 相符的，例如 helper:bpf_probe_write_user；可多次给出',
  'refuse what no such RULE allows: kind:xdp, helper:bpf_get_*, attach:kprobe/*':
    '拒绝没有同类 RULE 允许的一切：kind:xdp、helper:bpf_get_*、attach:kprobe/*',
  'run a package, as without the word': '运行一个包，不写这个词也一样',
  'run in a lab VM, without root; KERNEL: 6.12 or a path; auto: if this host cannot':
    '在 lab 虚拟机中运行，无需 root；KERNEL 为 6.12 或路径；auto：本机不行时才用',
  'run package: none was named': '无法运行包：没有指定包',
  'run the package: tsecli is not installed beside tsecc': '运行包：tsecc 旁边没有安装 tsecli',
  'runs it until Ctrl-C': '运行到按 Ctrl-C 为止',
  'say more, also about errors': '输出更多信息，包括错误的细节',
  'see tsecc --help': '见 tsecc --help',
  'see tsecc {0} --help': '见 tsecc {0} --help',
  'see tsecli --help': '见 tsecli --help',
  'see tsecli lab --help; a package called lab is ./lab': '见 tsecli lab --help；名为 lab 的包写作 ./lab',
  'see {0}': '见 {0}',
  'stop after N events': '输出 N 个事件后停止',
  'stop after TIME: 500ms, 10s, 2m': '经过 TIME 后停止：500ms、10s、2m',
  'tell what a package can see and change, and what it needs, without loading it':
    '不加载，只说明软件包能看到和改变什么、需要什么',
  'tells what the package is': '说明这个包是什么',
  'the same, in build/': '同上，写入 build/',
  'tsecli does not start: {0}': 'tsecli 无法启动：{0}',
  'tsecli ended with {0}': 'tsecli 以 {0} 结束',
  "use --output '{0}': there is no such form": "无法使用 --output '{0}'：没有这种形式",
  'use --top {0}: it needs the order': '无法使用 --top {0}：需要指定顺序',
  'use --{0} before lab: its options stand behind it': '不能在 lab 之前使用 --{0}：lab 的选项写在它后面',
  'use --{0}: it takes no value': '无法使用 --{0}：它不带值',
  'use --{0}: its {1} is missing': '无法使用 --{0}：缺少 {1}',
  'use {0}: there is no such option': '无法使用 {0}：没有这个选项',
  "watch '{0}' by itself": "单独监视 '{0}'",
  'watch each in a terminal of its own': '在各自的终端中分别监视',
  'watching {0}; Ctrl-C ends': '正在监视 {0}；按 Ctrl-C 结束',
  'when that is mended: tsecc editor': '解决之后运行：tsecc editor',
  'with --sort, print the first N alone': '与 --sort 同用，只输出前 N 个',
  'with --watch: run each package; words behind -- are options for tsecli':
    '与 --watch 同用：运行每个新包；-- 之后是 tsecli 的选项',
  "with -b: BTF of those kernels, laid out as BTFHub's archive":
    '与 -b 同用：这些内核的 BTF，布局同 BTFHub 的归档',
  'with more flags for clang': '给 clang 更多选项',
  'with the structs of trace.h': '带上 trace.h 的结构体',
  'write SOURCE.d.ts too: TypeScript types of what tsecli prints as JSON':
    '另写 SOURCE.d.ts：tsecli 所输出 JSON 的 TypeScript 类型',
  'write a program to begin with, from a template': '用模板生成一个可以马上开始的程序',
  'write files by which editors read sources as tsecc does': '写入编辑器配置，使编辑器像 tsecc 一样理解源码',
  'write into DIR, made if missing; else beside the source': '写入 DIR，不存在则创建；否则写在源文件旁',
  'write it as 500ms, 10s, 2m or 1h, up to 24 days': '请写成 500ms、10s、2m 或 1h，最长 24 天',
  'write package.yaml in place of package.json': '写 package.yaml 而不是 package.json',
  'write the object only': '只写目标文件',
  'writes kprobe-link.bpf.o and package.json': '写出 kprobe-link.bpf.o 和 package.json',
  '{0} {1}': '{0} {1}',
  '{0} {1}: {2}': '{0} {1}：{2}',
  "{0}: '{1}' is one word too many": "{0}：'{1}' 是多余的",
  '{0}: unknown option --{1}': '{0}：没有选项 --{1}',
};
