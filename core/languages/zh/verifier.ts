import type { Catalog } from '../../message.js';

/** What is said of the verifier's refusals and by `check`, in Chinese, in the order of the English. */
export const verifierChinese: Catalog = {
  ', {0} bytes into it': '，其中第 {0} 字节处',
  'a constant is written: const variables lie in .rodata, which the program may only read':
    '写入了常量：const 变量位于 .rodata，程序只能读它',
  'a field of the context is written that programs of this kind may only read ({0} bytes at {1})':
    '写入了上下文中这类程序只能读的字段（偏移 {1} 处的 {0} 字节）',
  'a jump leads from instruction {0} to {1}, which is not of this function':
    '有一条跳转从指令 {0} 跳到 {1}，后者不属于这个函数',
  "a map's value of {0} bytes": '某个 map 的一个 {0} 字节的值',
  'a number from {0} to {1}': '{0} 到 {1} 之间的数',
  'a number is added to a pointer that is a handle, not an array ({0})':
    '对一个句柄指针（{0}）做了加法：它不是数组',
  'a number not below {0}': '不小于 {0} 的数',
  'a number of at most {0}, perhaps negative': '不大于 {0} 的数，可能为负',
  'a number that nothing is known of': '一个完全未知的数',
  'a pointer into the packet, behind which {0} bytes are known to be':
    '指向数据包的指针，已知其后有 {0} 字节',
  'a pointer is treated as a number of 32 bits, which cuts it': '把指针当作 32 位的数处理，指针会被截断',
  'a pointer to a reserved record': '指向已预留记录的指针',
  'a pointer to a reserved record, or NULL': '指向已预留记录的指针，或 NULL',
  "a pointer to the kernel's struct {0}": '指向内核 struct {0} 的指针',
  'a pointer to {0}, or NULL': '指向{0}的指针，或 NULL',
  'a pointer to {0}{1}': '指向{0}的指针{1}',
  'a program of this kind may only return a number in {0}': '这类程序只能返回 {0} 内的数',
  'a struct bpf_dynptr is used before a call has set it, or after it was released':
    'struct bpf_dynptr 在被任何调用设置之前使用，或者在释放之后使用',
  'a struct bpf_iter_{0} is not in the state that the call wants: it is made once, asked for values, and destroyed once':
    'struct bpf_iter_{0} 的状态不符合这次调用的要求：它要创建一次，再取值，最后销毁一次',
  'a struct of the kernel is written, which a BPF program may only read':
    '写入了内核的结构体，而 BPF 程序只能读它',
  'a value of map {0}, of {1} bytes': ' map {0} 的一个 {1} 字节的值',
  'a variable is used that was never set on this path ({0})': '使用了在这条路径上从未赋值的变量（{0}）',
  'an address of the kernel would get out to a user who must not see it': '内核地址会泄露给无权看到它的用户',
  'an address on the stack, {0} bytes below its end': '栈上的地址，在栈底以下 {0} 字节处',
  'an array on the stack is used at an index that nothing limits': '用没有任何限制的下标访问栈上的数组',
  'argument {0} of the call may be NULL, which the function does not take':
    '调用的第 {0} 个参数可能为 NULL，而该函数不接受 NULL',
  'argument {0} of the helper may be NULL, which the helper does not take':
    'helper 的第 {0} 个参数可能为 NULL，而该 helper 不接受 NULL',
  'argument {0} of {1} has to be a constant, and here it is computed':
    '{1} 的第 {0} 个参数必须是常量，而这里是算出来的',
  'argument {0} of {1} has to be a pointer that surely points to something alive, and this one was only read from memory':
    '{1} 的第 {0} 个参数必须是确定指向有效对象的指针，而这个指针只是从内存中读来的',
  'argument {0} of {1} has to be the context as the program got it':
    '{1} 的第 {0} 个参数必须是程序收到的上下文本身',
  'argument {0} of {1} is a number to the verifier, and the call wants a pointer to memory of the program ({2})':
    '在 verifier 看来，{1} 的第 {0} 个参数是一个数，而该调用要的是指向程序自身内存的指针（{2}）',
  'argument {0} of {1} is {2}, and the call wants {3}': '{1} 的第 {0} 个参数是 {2}，而该调用要的是 {3}',
  'ask first, and read what other kernels have instead: if (bpf_core_field_exists(pointer->field)) …':
    '先询问它是否存在，再读取其他内核中与之对应的字段：if (bpf_core_field_exists(pointer->field)) …',
  before: '先前',
  'bpf_tail_call() is made from a function whose callers use {0} bytes of stack; then 256 is the most':
    '调用 bpf_tail_call() 的函数，其各级调用者占用了 {0} 字节的栈；这种情况下最多 256 字节',
  "by '{0}'": "由 '{0}' ",
  'byte {0}': '第 {0} 字节',
  'byte {0} of struct {1} is read, which is behind its end on this kernel':
    '读取了 struct {1} 的第 {0} 字节，在本内核上这已超出其末尾',
  'byte {0} of the stack is used, counted from its end: a program has the 512 bytes from -512 to -1, and this is not in them':
    '访问了栈上偏移 {0} 的字节（从栈底算起）：程序只有 -512 到 -1 这 512 字节，它不在其中',
  'bytes {0} to {1}': '第 {0} 到 {1} 字节',
  'call bpf_ringbuf_submit(event, 0) or bpf_ringbuf_discard(event, 0) before each return behind the test for NULL':
    '在 NULL 检查之后的每个 return 之前，调用 bpf_ringbuf_submit(event, 0) 或 bpf_ringbuf_discard(event, 0)',
  'call bpf_spin_unlock() before each return behind bpf_spin_lock()':
    '在 bpf_spin_lock() 之后的每个 return 之前调用 bpf_spin_unlock()',
  'change packets in a tc or xdp program': '在 tc 或 xdp 程序中修改数据包',
  'char LICENSE[] SEC("license") = "GPL"; "Dual BSD/GPL" and "Dual MIT/GPL" do as well':
    'char LICENSE[] SEC("license") = "GPL"; 写 "Dual BSD/GPL" 或 "Dual MIT/GPL" 也可以',
  "check '{0}': the kernel refuses {1} of {2} programs": "检查 '{0}'：{2} 个程序中有 {1} 个被内核拒绝",
  "check '{0}': tsecli is not installed beside tsecc": "检查 '{0}'：tsecc 旁边没有安装 tsecli",
  "check '{0}': {1}": "检查 '{0}'：{1}",
  'check package: {0} is for running it': '检查包：{0} 只用于运行',
  'compare with its end first: if ((void *)(header + 1) > (void *)(long)ctx->data_end) return XDP_PASS;':
    '先与数据包末尾比较：if ((void *)(header + 1) > (void *)(long)ctx->data_end) return XDP_PASS;',
  'compute with the index or the offset, not with the pointer; then pointer + offset':
    '先对下标或偏移做运算，不要对指针做；然后再用 指针 + 偏移',
  'copy the fields that it may be into an array of your own, each by its name, and take the index to that: __u64 of[2] = { ctx->args[0], ctx->args[1] };':
    '把可能用到的字段逐个按名字复制到自己的数组里，再用下标访问这个数组：__u64 of[2] = { ctx->args[0], ctx->args[1] };',
  'count with __sync_fetch_and_add(&value, 1), or in a per-CPU map: BPF_MAP_TYPE_PERCPU_ARRAY needs no lock':
    '用 __sync_fetch_and_add(&value, 1) 计数，或者用 per-CPU map：BPF_MAP_TYPE_PERCPU_ARRAY 不需要锁',
  'declare the functions static __always_inline': '把这些函数声明为 static __always_inline',
  'declare the index unsigned, as wide as it is (__u32 or __u64), and test it just before it is used: if (index >= 64) return 0;':
    '把下标声明为同样宽度的无符号数（__u32 或 __u64），并在使用前检查：if (index >= 64) return 0;',
  'declare the small ones static __always_inline; recursion is not possible':
    '把其中较小的函数声明为 static __always_inline；不能使用递归',
  'define the map with BPF_MAP_TYPE_PERF_EVENT_ARRAY': '把该 map 定义为 BPF_MAP_TYPE_PERF_EVENT_ARRAY',
  'define the map with BPF_MAP_TYPE_RINGBUF': '把该 map 定义为 BPF_MAP_TYPE_RINGBUF',
  'define the map with the type that the helper is for: man 7 bpf-helpers':
    '按该 helper 所适用的类型定义 map：见 man 7 bpf-helpers',
  'do without it, or ask first: bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_…)':
    '不使用它，或先询问它是否存在：bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_…)',
  'do without it: programs can call kernel functions since Linux 5.13':
    '不使用它：从 Linux 5.13 起程序才能调用内核函数',
  'end it with return; a loop without an end, and what the compiler takes to be impossible, have no return behind them':
    '用 return 结束它；没有出口的循环，以及编译器认为不可能执行的代码，后面都不会有 return',
  'fewer rounds, fewer nested loops and branches in them; for many rounds use bpf_loop() (Linux 5.17) or bpf_for() (Linux 6.4), whose body is looked at once':
    '减少循环次数、循环嵌套以及其中的分支；次数很多时使用 bpf_loop()（Linux 5.17）或 bpf_for()（Linux 6.4），其循环体只检查一次',
  'functions call each other more than 8 deep': '函数调用嵌套超过 8 层',
  'give it a bound that is a constant: for (int i = 0; i < 100; i++), and leave it earlier with break':
    '给它一个常量上限：for (int i = 0; i < 100; i++)，需要时用 break 提前退出',
  'give it back before each return, with the function that belongs to it: bpf_sk_release(), bpf_task_release(), bpf_iter_…_destroy()':
    '在每个 return 之前用与之配套的函数归还：bpf_sk_release()、bpf_task_release()、bpf_iter_…_destroy()',
  "give the variable the type that the map or function has: the key and the value in the map's definition, the size in the call":
    '让变量的类型与 map 或函数一致：核对 map 定义中的 key 和 value，以及调用中的大小',
  "hand on the program's own first argument, unchanged": '把程序自己的第一个参数原样传下去',
  "hand over the address of a variable or of a map's value, &key; what lies in the kernel has to be copied first: bpf_probe_read_kernel()":
    '传入变量或 map 值的地址，如 &key；位于内核中的内容要先复制出来：bpf_probe_read_kernel()',
  'in line {0}': '第 {0} 行',
  'keep fields at multiples of their size (no packed structs, no odd offsets), or copy the bytes: __builtin_memcpy()':
    '让字段按自身大小对齐（不用 packed 结构体，不用奇数偏移），或者逐字节复制：__builtin_memcpy()',
  'keep large buffers in a map: a BPF_MAP_TYPE_PERCPU_ARRAY with one entry':
    '把大缓冲区放进 map：只有一个元素的 BPF_MAP_TYPE_PERCPU_ARRAY',
  'keep pointers in variables of pointer type, or of 64 bits: unsigned long, never int':
    '用指针类型或 64 位类型（unsigned long）的变量存放指针，绝不要用 int',
  'kernel {0} has no BPF helper number {1}': '内核 {0} 没有编号为 {1} 的 BPF helper',
  'leave it out; -j gives the verdicts as JSON': '去掉它；-j 可以用 JSON 输出结论',
  'leave out what stands behind the package': '去掉包名后面的内容',
  'leave out {0}': '去掉 {0}',
  'leave the write out: no program can change it; or copy the one field to a variable of your own, and change that':
    '去掉这次写入：任何程序都不能修改它；或者只把该字段复制到自己的变量里再修改',
  "load '{0}': the verifier refused it at {1}: {2}": "加载 '{0}'：verifier 在 {1} 处拒绝了它：{2}",
  'load a package without attaching it, and explain what the kernel refuses':
    '加载包但不挂载，并解释内核拒绝的原因',
  'load package: kernel {0} has no function {1}() that programs may call':
    '加载包：内核 {0} 没有可供程序调用的函数 {1}()',
  'load the package too, here or in the lab; explain what is refused':
    '同时在本机或 lab 中加载包，并解释被拒绝的原因',
  'look at the jumps in inline assembly: they count instructions, or name a label of the same block':
    '检查内联汇编中的跳转：它们按指令计数，或者使用同一段汇编中的标号',
  'make it first: bpf_dynptr_from_mem() or bpf_ringbuf_reserve_dynptr(); a variable of this type means nothing by itself':
    '先创建它：bpf_dynptr_from_mem() 或 bpf_ringbuf_reserve_dynptr()；只声明这个类型的变量没有意义',
  'make it unsigned and test it just before the call: if (size > sizeof(buffer)) return 0; or mask it: size &= 63':
    '改为无符号数，并在调用前检查：if (size > sizeof(buffer)) return 0; 或者用掩码：size &= 63',
  'make the call before bpf_spin_lock(), and only copy its result while the lock is held':
    '在 bpf_spin_lock() 之前调用，持锁期间只复制其结果',
  'make the tail call from the program itself, or keep its large buffers in a map':
    '在程序入口函数里做尾调用，或者把大缓冲区放进 map',
  'name the field, so that CO-RE finds its place: pointer->field with the type of vmlinux.h, or BPF_CORE_READ(pointer, field)':
    '按字段名访问，让 CO-RE 找到它的位置：用 vmlinux.h 中的类型写 pointer->field，或 BPF_CORE_READ(pointer, field)',
  'nothing leads to instruction {0} of the program': '程序的指令 {0} 永远无法到达',
  'nothing limits the index: it may point anywhere behind the memory':
    '下标没有任何限制：可能指向这块内存之后的任何地方',
  'nothing limits the size, argument {0} of {1}': '{1} 的第 {0} 个参数是大小，而它没有任何限制',
  'programs of this kind': '这类程序',
  'programs of this kind cannot use {0}: they may interrupt the one that has it':
    '这类程序不能使用 {0}：它们可能打断正持有它的程序',
  'programs of this kind may read the packet and not write it': '这类程序可以读数据包，但不能写',
  "read kernel memory with BPF_CORE_READ(pointer, field) or bpf_probe_read_kernel(), a process's with bpf_probe_read_user()":
    '用 BPF_CORE_READ(pointer, field) 或 bpf_probe_read_kernel() 读内核内存，用 bpf_probe_read_user() 读进程内存',
  'read the command line: --check does not go with {0}': '读取命令行：--check 不能与 {0} 同用',
  "read the verdict of tsecli: '{0}' is none": "读取 tsecli 的结论：'{0}' 不是结论",
  'remove const from the variable, or use another one': '去掉变量的 const，或者改用另一个变量',
  'remove the code behind a return or a goto; in inline assembly look at the jumps':
    '删除 return 或 goto 之后的代码；如有内联汇编，检查其中的跳转',
  'reserve the largest size: sizeof(struct event); for records of different sizes use bpf_ringbuf_output()':
    '按最大的大小预留：sizeof(struct event)；大小不一的记录用 bpf_ringbuf_output()',
  'return 0 to allow, or a negative error number such as -EPERM to refuse':
    '返回 0 表示允许，返回 -EPERM 之类的负错误码表示拒绝',
  'return one of the values that are defined for this kind: cgroup programs 0 to refuse and 1 to allow, fentry programs 0':
    '返回这类程序所定义的值之一：cgroup 程序用 0 拒绝、1 允许，fentry 程序返回 0',
  'set all of it where it is declared: struct event event = {}; or __builtin_memset(&event, 0, sizeof(event))':
    '在声明处初始化全部内容：struct event event = {}; 或 __builtin_memset(&event, 0, sizeof(event))',
  'set the variable where it is declared: int result = 0;': '在声明处给变量赋值：int result = 0;',
  'some bytes of a variable on the stack are read that were never set: often the gap that the compiler leaves between the fields of a struct':
    '读取了栈上变量中从未赋值的字节：往往是编译器在结构体字段之间留下的填充',
  'stay within the array; an index that is a constant must be smaller than its length':
    '不要越出数组；常量下标必须小于数组长度',
  'stay within the value type of the map, or give it a larger one':
    '不要越出该 map 的 value 类型，或者换一个更大的 value 类型',
  'submit or discard each record once: remove the second call, or return behind the first':
    '每条记录只提交或丢弃一次：删除第二次调用，或在第一次之后 return',
  'test it first, unsigned: if (index >= 64) return 0; or mask it: index &= 63 (a number of elements that is a power of two)':
    '先用无符号数检查：if (index >= 64) return 0; 或者用掩码：index &= 63（元素个数须为 2 的幂）',
  'test it first: if (!event) return 0;': '先检查：if (!event) return 0;',
  'test it first: if (!pointer) return 0;': '先检查：if (!pointer) return 0;',
  'test it first: if (!value) return 0;': '先检查：if (!value) return 0;',
  'test it just before the call: if (size > sizeof(buffer)) return 0; or mask it: size &= 63':
    '在调用前检查：if (size > sizeof(buffer)) return 0; 或者用掩码：size &= 63',
  "test the index against the array's length just before it is used, unsigned: if (index >= 16) return 0;":
    '在使用前用无符号数检查下标是否小于数组长度：if (index >= 16) return 0;',
  'test the index against the number of elements, just before it is used: if (index >= 64) return 0;':
    '在使用前检查下标是否小于元素个数：if (index >= 64) return 0;',
  'test the pointer before the call: if (!pointer) return 0;': '在调用前检查指针：if (!pointer) return 0;',
  'test the pointer itself first: if (!pointer) return 0;': '先检查指针本身：if (!pointer) return 0;',
  'the address of a field or element is computed from a pointer that may be NULL, before it is tested':
    '指针可能为 NULL，却在检查之前就用它计算字段或元素的地址',
  'the call uses {0} bytes behind the pointer in its argument {1}, but only {2} lie between it and the end of the stack: the variable is smaller than what the function expects':
    '该调用要访问第 {1} 个参数所指的 {0} 字节，但从那里到栈底只有 {2} 字节：变量比函数所要求的小',
  'the context is read at a computed place: its fields are translated when the program is loaded, so each has to be named':
    '在算出来的位置读取上下文：上下文的字段在加载时逐个转换，因此必须写明是哪个字段',
  'the context of a program of this kind has nothing to read there ({0} bytes at {1})':
    '这类程序的上下文在那里没有可读的内容（偏移 {1} 处的 {0} 字节）',
  'the end of the packet': '数据包的末尾',
  'the index may be negative, or has no lower bound that the verifier knows, and would point before the memory':
    '下标可能为负，或者 verifier 不知道它的下限，它可能指向这块内存之前',
  'the index may become so large that {0} would be used of memory that has {1}, counted from 0':
    '下标可能大到访问{0}（从 0 算起），而这块内存只有 {1} 字节',
  'the map {0} itself': 'map {0} 本身',
  'the number {0}': '数 {0}',
  'the operator {0} is applied to a pointer: only a number may be added or subtracted':
    '对指针使用了运算符 {0}：指针只能加减一个数',
  'the packet may end before the bytes that are read here': '数据包可能在这里读取的字节之前就结束了',
  'the pointer in {0} may be NULL, and it is used without a test':
    '{0} 中的指针可能为 NULL，却未经检查就使用',
  'the pointer is only a number to the verifier: it points into the kernel or a process, or its origin was lost, and such memory cannot be read directly':
    '在 verifier 看来这个指针只是一个数：它指向内核或某个进程，或者来历已丢失，这样的内存不能直接读取',
  'the program calls a function of the kernel by its name, which kernel {0} does not let programs do':
    '程序按名字调用了内核函数，而内核 {0} 不允许程序这样做',
  'the program can run beyond its end: its last instruction does not leave it':
    '程序可能执行到末尾之外：最后一条指令没有退出程序',
  'the program ends while it holds a lock: nobody else would get it ever again':
    '程序在持锁时结束：别人将永远拿不到这把锁',
  'the program needs {0}, which kernel {1} does not have': '程序需要 {0}，而内核 {1} 没有',
  'the program or function returns a value that was never set on this path':
    '程序或函数返回了在这条路径上从未赋值的值',
  'the program reads a field or type that kernel {0} does not have (CO-RE)':
    '程序读取的字段或类型在内核 {0} 中不存在（CO-RE）',
  'the program reads field {0} of struct {1}, which kernel {2} does not have':
    '程序读取 struct {1} 的字段 {0}，而内核 {2} 没有它',
  "the program's context": '程序的上下文',
  'the record is used after it was submitted or discarded: then it belongs to the reader, no more to the program':
    '记录在提交或丢弃之后仍被使用：那时它属于读取方，不再属于程序',
  'the record that is reserved {0} is neither submitted nor discarded on this way out of the program, and would block the ring buffer for ever':
    '{0}预留的记录在这条退出路径上既没有提交也没有丢弃，会永远堵住 ring buffer',
  "the record was submitted or discarded before, and is the program's no more":
    '这条记录先前已经提交或丢弃，不再属于程序',
  'the size, argument {0} of {1}, may be negative or larger than any buffer':
    '{1} 的第 {0} 个参数是大小，它可能为负，或大过任何缓冲区',
  'the verifier finds no end of this loop': 'verifier 找不到这个循环的终点',
  'the verifier gives up: it follows each round of each loop and each way through the program, and a million instructions are all it looks at':
    'verifier 放弃了：它会逐次跟踪每个循环的每一轮和程序的每条路径，最多只看一百万条指令',
  "the verifier refuses '{0}': {1}": "verifier 拒绝了 '{0}'：{1}",
  "the verifier takes '{0}' ({1})": "verifier 接受了 '{0}'（{1}）",
  "the verifier takes '{0}' ({1}, {2} instructions verified)":
    "verifier 接受了 '{0}'（{1}，验证了 {2} 条指令）",
  "the verifier's words: {0}": 'verifier 的原话：{0}',
  'this kernel takes no bpf_tail_call() in a program with functions that are not inlined':
    '在含有非内联函数的程序中，本内核不接受 bpf_tail_call()',
  'use --{0} with check: it only loads, and there are no events': '对 check 使用 --{0}：它只加载，不产生事件',
  'use a SEC() whose programs have {0}(): man 7 bpf-helpers tells which; or do without it':
    '换用其程序可以调用 {0}() 的 SEC()：见 man 7 bpf-helpers；或者不使用它',
  'use a helper, or a program of a kind that may call it': '改用 helper，或改用可以调用它的程序类型',
  "use a pointer from the program's arguments, or take a reference first: bpf_task_from_pid(), bpf_task_acquire()":
    '使用来自程序参数的指针，或先取得引用：bpf_task_from_pid()、bpf_task_acquire()',
  'use a section whose programs may sleep (fentry.s/, lsm.s/, uprobe.s/, iter.s/), or a helper that does not: bpf_probe_read_user()':
    '换用允许睡眠的 section（fentry.s/、lsm.s/、uprobe.s/、iter.s/），或换用不会睡眠的 helper：bpf_probe_read_user()',
  'use it as it is; to reach elements of a map, take bpf_map_lookup_elem() with another key':
    '原样使用它；要取得 map 的元素，用另一个 key 调用 bpf_map_lookup_elem()',
  'use the context type that belongs to the SEC() of the program, and only the fields that it documents':
    '使用与程序的 SEC() 相对应的上下文类型，并且只用其文档中列出的字段',
  'use the macro that does it all, bpf_for() or bpf_for_each(); else bpf_iter_…_new() first, bpf_iter_…_destroy() last':
    '使用一并处理好的宏 bpf_for() 或 bpf_for_each()；否则先调用 bpf_iter_…_new()，最后调用 bpf_iter_…_destroy()',
  'what is taken {0} is not given back on this way out of the program':
    '{0}取得的对象在这条退出路径上没有归还',
  'write all of the record first, and submit it last': '先写完整条记录，最后再提交',
  'write what it points to, not the pointer; or run with CAP_PERFMON':
    '写入它所指的内容而不是指针；或者以 CAP_PERFMON 权限运行',
  '{0} bytes are used at an address that is not a multiple of {1}':
    '在不是 {1} 的倍数的地址上访问了 {0} 字节',
  '{0} functions that call each other need {1} bytes of stack together, and there are 512':
    '相互调用的 {0} 个函数合计需要 {1} 字节的栈，而总共只有 512 字节',
  '{0} gives NULL where the map has no such key, and the pointer is used without a test':
    'map 中没有该 key 时 {0} 返回 NULL，而这个指针未经检查就使用',
  '{0} gives NULL where the ring buffer is full, and the record is used without a test':
    'ring buffer 已满时 {0} 返回 NULL，而这条记录未经检查就使用',
  '{0} is only for programs under the GPL, and this one says another license':
    '{0} 只供 GPL 许可的程序使用，而这个程序声明的是别的许可证',
  '{0} is {1}': '{0} 是{1}',
  '{0} may sleep, and a program at this place must not': '{0} 可能睡眠，而这个位置的程序不允许睡眠',
  "{0} of a map's value that has {1} bytes would be used, counted from 0":
    '会访问 map 值的{0}（从 0 算起），而该值只有 {1} 字节',
  '{0} programs': ' {0} 程序',
  '{0}() does not work on maps of this type ({1} of enum bpf_map_type)':
    '{0}() 不适用于这种类型的 map（enum bpf_map_type 中的 {1}）',
  '{0}() is a function of the kernel that {1} may not call': '{0}() 是{1}不能调用的内核函数',
  '{0}() is called while a lock is held; no call is possible then':
    '持锁时调用了 {0}()；持锁期间不能调用任何函数',
  '{0}() is not there for {1} on this kernel': '在本内核上{1}不能使用 {0}()',
  '{0}, where a refused program stands too': '{0}，其中还有被拒绝的程序',
  '{0}, {1} instructions verified': '{0}，验证了 {1} 条指令',
};
