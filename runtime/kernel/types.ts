/**
 * All that the runtime asks of the running kernel, in one replaceable value: the rooms above hold policy, this
 * holds calls. Failed calls throw {@link SystemCallError} or Node's own file error; `errnoOf` reads both.
 */
export interface Kernel extends KernelCalls, KernelFiles, KernelSockets {
  /** `uname -r`. */
  readonly release: string;
  /** Effective user id of this process. */
  readonly userId: number;
}

/** System calls that Node has no function for. File descriptors they open are close-on-exec. */
export interface KernelCalls {
  /** Address of the bytes in this process, for pointers inside attributes. The caller keeps the bytes alive. */
  readonly address: (bytes: Uint8Array) => bigint;
  /** bpf(2). `keepAlive` are buffers that the attributes point to. */
  readonly bpf: (command: number, attributes: Uint8Array, keepAlive?: readonly Uint8Array[]) => number;
  /** perf_event_open(2) with PERF_FLAG_FD_CLOEXEC and no group. */
  readonly perfEventOpen: (
    attributes: Uint8Array,
    pid: number,
    cpu: number,
    keepAlive?: readonly Uint8Array[],
  ) => number;
  readonly ioctl: (fd: number, request: number, argument: number) => void;
  /** flock(2) with LOCK_EX | LOCK_NB: false when another open file description holds the lock. */
  readonly tryLock: (fd: number) => boolean;
  /** Mounts a file system that needs no device, for instance `bpf`. */
  readonly mount: (type: string, target: string) => void;
  /** memfd_create(2): an anonymous file that vanishes with its last descriptor. */
  readonly createMemoryFile: (name: string) => number;
  /** fcntl(2) F_DUPFD_CLOEXEC. */
  readonly duplicate: (fd: number) => number;
  /**
   * Calls back each time the descriptor is readable, or (`closed`) once the other end is gone, without blocking a
   * thread. The descriptor must be one that epoll takes: a pipe, socket, terminal or trace_pipe, no regular file.
   */
  readonly watch: (fd: number, what: 'readable' | 'closed', callback: () => void) => Watch;
  /** mmap(2) with MAP_SHARED: `length` bytes of the descriptor from `offset`, both multiples of the page size. */
  readonly mapMemory: (fd: number, length: number, place: MappedPlace) => MappedMemory;
  /** Bytes of a page. */
  readonly pageSize: () => number;
}

/** Which part of a descriptor's memory is mapped, and whether this process may write to it. */
export interface MappedPlace {
  readonly offset: number;
  readonly writable: boolean;
}

/**
 * Memory that is shared with the kernel. Nothing may touch the buffer after `unmap`, which is no error but a crash;
 * `unmap` twice is harmless. Closing the descriptor does not unmap.
 */
export interface MappedMemory {
  readonly buffer: ArrayBuffer;
  readonly unmap: () => void;
}

/** A watched descriptor; `close` twice is harmless, and comes before closing the descriptor. */
export interface Watch {
  readonly close: () => void;
}

/** Files of /proc, /sys, tracefs and bpffs. */
export interface KernelFiles {
  readonly readText: (path: string) => string;
  /** A regular file of at most `limit` bytes; undefined for a larger one, and for what is no regular file. */
  readonly readBytes: (path: string, limit: number) => Uint8Array | undefined;
  readonly writeText: (path: string, text: string) => void;
  /** Names in a directory. */
  readonly list: (path: string) => readonly string[];
  readonly exists: (path: string) => boolean;
  /** True when this process may execute the file. */
  readonly isExecutable: (path: string) => boolean;
  /** What stands at the path itself, links not followed. */
  readonly inspect: (path: string) => FileFacts;
  /** The target of a symbolic link. */
  readonly readLink: (path: string) => string;
  /** Makes one directory with mode 0700. */
  readonly makeDirectory: (path: string) => void;
  readonly removeDirectory: (path: string) => void;
  /** Removes a directory and all below it, links not followed; nothing there is no error. */
  readonly removeTree: (path: string) => void;
  readonly link: (target: string, path: string) => void;
  /** Opens for reading, without waiting: a directory to lock, or a pipe to read. */
  readonly open: (path: string) => number;
  /** Reads what is there; undefined when there is nothing now (EAGAIN). */
  readonly read: (fd: number, into: Uint8Array) => number | undefined;
  readonly write: (fd: number, bytes: Uint8Array) => void;
  readonly close: (fd: number) => void;
}

/** Facts of a file, as lstat(2) gives them. */
export interface FileFacts {
  readonly isDirectory: boolean;
  /** User id of the owner. */
  readonly owner: number;
  /** Permission bits. */
  readonly mode: number;
}

/** Sockets, whose descriptors `read`, `write` and `close` of {@link KernelFiles} take. */
export interface KernelSockets {
  /** socket(2) with SOCK_CLOEXEC and SOCK_NONBLOCK. */
  readonly socket: (domain: number, type: number, protocol: number) => number;
  /** bind(2); `address` is the sockaddr as it lies in memory. */
  readonly bind: (fd: number, address: Uint8Array) => void;
  /** setsockopt(2) for an option that is an int. */
  readonly setSocketOption: (fd: number, level: number, option: number, value: number) => void;
}

/**
 * A kind of thing that stays in the kernel when no descriptor is left. Its mark is the name of an empty directory;
 * only its owner can make one, and it names the thing by a number that no other thing has.
 */
export interface MarkKind {
  /** How its marks begin. */
  readonly prefix: string;
  /** Undoes what the rest of a mark speaks of, if it is still there; false when that is not possible from here. */
  readonly undo: (kernel: Kernel, rest: string) => boolean;
}
