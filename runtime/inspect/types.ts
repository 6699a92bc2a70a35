import type { LinuxVersion } from '../../core/object/linux-version.js';
import type { ParsedSection } from '../../core/object/program-kinds.js';

/** What a package is and may do, read from its object; the manifest only adds names and words. */
export interface PackageDescription {
  readonly name: string;
  /** What the manifest says that it is for. */
  readonly about: string | undefined;
  readonly programs: readonly ProgramDescription[];
  readonly maps: readonly MapDescription[];
  /** What it may look at, and what it may change: never less than it can, by its kinds of programs and its calls. */
  readonly sees: readonly Capability[];
  readonly changes: readonly Capability[];
  readonly needs: Needs;
  readonly arguments: readonly ArgumentDescription[];
  readonly events: readonly EventDescription[];
  readonly license: string | undefined;
  /** In bytes. */
  readonly objectSize: number;
  /** `sha256:…` */
  readonly objectDigest: string;
  /** Undefined where the package does not say. */
  readonly builder: { readonly tsecc: string | undefined; readonly eunomia: string | undefined };
}

/** A program of the object. */
export interface ProgramDescription {
  readonly name: string;
  readonly section: string;
  /** As the section says; `unknown` or `incomplete` where libbpf makes nothing of it. */
  readonly kind: ParsedSection['kind'];
  /** Where it attaches: the section first, then the others that are tried where the kernel lacks it. */
  readonly places: readonly Place[];
  readonly sleepable: boolean;
  /** False for SEC("?…"): it is not loaded. */
  readonly loaded: boolean;
  /** False for one that the package loads and does not attach. */
  readonly attached: boolean;
  /** It may be left out where the kernel has no place for it. */
  readonly optional: boolean;
  /** Of the programs that share this word, one is attached. */
  readonly alternative: string | undefined;
  /** Without those of functions that it calls. */
  readonly instructions: number;
  /** By name, those of functions that it calls included. */
  readonly helpers: readonly string[];
  /** Functions of the kernel (kfuncs), by name; `#7` for one that is called by its number in the kernel's BTF. */
  readonly kernelFunctions: readonly string[];
}

/** Where a program attaches. */
export interface Place {
  readonly section: string;
  readonly kind: ParsedSection['kind'];
}

/** A map of the object, or one that libbpf makes of a section of variables. */
export interface MapDescription {
  readonly name: string;
  /** The section of variables that it is made of. */
  readonly section: string | undefined;
  /** As bpftool calls it: `ringbuf`; `type 99` for one that is not known. */
  readonly type: string;
  readonly keySize: number;
  readonly valueSize: number;
  /** Bytes for a ring buffer; 0 where the loader sets it, by the number of processors. */
  readonly maxEntries: number;
  /** BPF_F_* of linux/bpf.h. */
  readonly flags: number;
  /** As C spells them. */
  readonly key: string | undefined;
  readonly value: string | undefined;
  /** Where it is pinned for others to use. */
  readonly pinned: string | undefined;
}

/** Something that the package may do. */
export interface Capability {
  readonly id: string;
  /** Who can, and by what: the kind of a program, helpers, functions of the kernel, maps. */
  readonly by: readonly { readonly program: string; readonly through: readonly string[] }[];
}

/** What of the kernel the package needs. */
export interface Needs {
  /** The oldest Linux that has all of it, as far as that hangs on its version. */
  readonly linux: LinuxVersion;
  /** The newest first. */
  readonly reasons: readonly Reason[];
  /** Instructions that are fitted to the kernel's types (CO-RE). */
  readonly relocations: number;
  /** Whether the kernel's types (BTF) are needed at all. */
  readonly kernelTypes: boolean;
}

/** Why a version is needed. */
export interface Reason {
  readonly linux: LinuxVersion;
  /** `what` is a kind of program, a helper, a type of map, or one of the instruction set's features. */
  readonly for: 'kind' | 'helper' | 'kernel function' | 'map' | 'sleepable' | 'variables' | 'code' | 'types';
  readonly what: string;
  /** The programs or maps that need it. */
  readonly of: readonly string[];
}

/** A variable that the command line sets. */
export interface ArgumentDescription {
  readonly name: string;
  readonly short: string | undefined;
  readonly type: string;
  readonly default: string;
  readonly help: string | undefined;
}

/** What comes out of a map, or of a program that writes text. */
export interface EventDescription {
  /** The map's or program's name. */
  readonly from: string;
  readonly form: 'records' | 'samples' | 'histogram' | 'trace' | 'text' | 'stacks';
  /** As C spells it; undefined for text. */
  readonly type: string | undefined;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}
