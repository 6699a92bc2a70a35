import type { Catalog } from '../message.js';

/** Messages in Chinese, by room. */
export const chinese: Catalog = {
  [`Usage: tsecc editor [options] [DIR]

Writes files into DIR, else into the working directory, by which editors read BPF sources as tsecc compiles them:
.clangd for clangd, and settings of Visual Studio Code that know the schema of packages. A file that somebody else wrote
or has changed is not touched; then it prints what to add to it. Again after an update of the kernel, it makes
the types anew.

Options:
      --vmlinux FILE  kernel types: a vmlinux.h or BTF; else the running kernel's
      --lang LANG     language of messages: en or zh; else that of the locale
  -h, --help          print this text

Examples:
  tsecc editor        for the working directory
  tsecc editor src    for src/
`]: `用法：tsecc editor [选项] [目录]

在指定目录（默认为当前目录）里写入编辑器配置，使编辑器像 tsecc 编译时一样理解 BPF 源码：供 clangd 使用的 .clangd，以及
带有包格式 schema 的 Visual Studio Code 设置。不是 tsecc 写的或已被修改的文件不会改动，而是打印需要加进去的内容。
更新内核以后再运行一次，就会重新生成内核类型。

选项：
      --vmlinux FILE  内核类型：vmlinux.h 或 BTF 文件；默认取自正在运行的内核
      --lang LANG     消息的语言：en 或 zh；默认取自 locale
  -h, --help          显示这段文字

示例：
  tsecc editor        用于当前目录
  tsecc editor src    用于 src/
`,
  [`Usage: tsecc init [options] [TEMPLATE] [DIR]

Writes a program to begin with into DIR, made if missing, else into the working directory: its source, a README.md
that tells how to compile and run it, and files for editors. A file that is there already is never written over.
Without TEMPLATE, it asks in a terminal.

Options:
      --list       print the templates
      --name NAME  call the program NAME, and its source NAME.bpf.c; else as the template
      --lang LANG  language of README.md and of messages: en or zh; else that of the locale
  -h, --help       print this text

Templates:
{0}

Examples:
  tsecc init kprobe                   writes kprobe.bpf.c and more into the working directory
  tsecc init ringbuf execs            the same of another template, into execs/
  tsecc init xdp --name drop drop     drop/drop.bpf.c
`]: `用法：tsecc init [选项] [模板] [目录]

在指定目录（不存在则创建，不指定则为当前目录）里生成一个可以马上开始的程序：源码、说明如何编译和运行的 README.md，
以及编辑器配置。已经存在的文件绝不覆盖。不指定模板时，在终端里询问。

选项：
      --list       列出模板
      --name NAME  程序叫 NAME，源码为 NAME.bpf.c；默认与模板同名
      --lang LANG  README.md 和消息的语言：en 或 zh；默认取自 locale
  -h, --help       显示这段文字

模板：
{0}

示例：
  tsecc init kprobe                   在当前目录写入 kprobe.bpf.c 等文件
  tsecc init ringbuf execs            换一个模板，写入 execs/
  tsecc init xdp --name drop drop     生成 drop/drop.bpf.c
`,
  'Which template? Arrow keys or its number, then Enter; Esc to leave.':
    '选哪个模板？按方向键或输入编号，回车确认，Esc 退出。',
  'choose another directory: tsecc init {0} DIR': '换一个目录：tsecc init {0} DIR',
  "editor: there is no directory '{0}'": "editor：没有目录 '{0}'",
  'editors: vmlinux.h is missing: {0}': '编辑器：缺少 vmlinux.h：{0}',
  "init: '{0}' cannot be a program's name": "init：'{0}' 不能作为程序名",
  'init: no template named, and no terminal to ask in': 'init：没有指定模板，也没有终端可供选择',
  "init: there is no template '{0}'": "init：没有模板 '{0}'",
  "kept '{0}', which is yours; add to it:":
    "没有改动 '{0}'（它不是 tsecc 写的，或已被修改），请把以下内容加进去：",
  'letters, digits, - and _, for instance --name open-files':
    '可以用字母、数字、- 和 _，例如 --name open-files',
  "make '{0}': a file is in its place": "创建 '{0}'：那里已经有一个文件",
  'name one with BPF sources, or begin with tsecc init': '请指定放 BPF 源码的目录，或者用 tsecc init 开始',
  'nearest: --{0}': '最接近的是 --{0}',
  'nearest: {0}': '最接近的是 {0}',
  'next:': '接下来：',
  'one of {0}': '可选：{0}',
  'one of {0}; tsecc init --list tells what they show': '可选：{0}；用 tsecc init --list 查看各自的说明',
  "read '{0}': it is not installed beside tsecc": "读取 '{0}'：它没有和 tsecc 安装在一起",
  'see tsecc {0} --help': '见 tsecc {0} --help',
  'when that is mended: tsecc editor': '解决之后运行：tsecc editor',
  "write '{0}': you may not write there": "写入 '{0}'：没有写权限",
  'write {0}: already there': '写入 {0}：已经存在',
  "{0}: '{1}' is one word too many": "{0}：'{1}' 是多余的",
  '{0}: unknown option --{1}': '{0}：没有选项 --{1}',
  '{0}: {1}': '{0}：{1}',
};
