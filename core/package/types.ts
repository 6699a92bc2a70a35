import type { BpfObject } from '../object/types.js';

/**
 * The manifest of a package, in the format that ecc writes (eunomia-bpf). `bpf_object` is base64 of the zlib stream
 * of the ELF object; `bpf_object_size` is the object's size in bytes.
 */
export interface PackageManifest {
  readonly bpf_object: string;
  readonly bpf_object_size: number;
  readonly meta: PackageMeta;
}

/** Everything a package says about its object. */
export interface PackageMeta {
  readonly bpf_skel: BpfSkeleton;
  readonly export_types?: readonly ExportType[] | null;
  readonly eunomia_version?: string;
  readonly enable_multiple_export_types?: boolean;
  readonly poll_timeout_ms?: number;
  /** What we add to the format; other tools ignore it. */
  readonly tsecc?: TseccMeta;
  readonly [key: string]: unknown;
}

/** What is known of a package's data before it is loaded: the object, and what the manifest says of it. */
export interface PackageFacts {
  readonly object: BpfObject;
  readonly meta: PackageMeta;
}

/** Our own part of the manifest. */
export interface TseccMeta {
  /** Version of this part: raised when an older tsecli could no longer read it right. */
  readonly format: number;
  /** Version of the tsecc that wrote the package. */
  readonly version: string;
  /** By the name of the program. */
  readonly programs?: Readonly<Record<string, ProgramFacts>>;
  /** By the name of the map. */
  readonly maps?: Readonly<Record<string, MapFacts>>;
  /** By section, such as `.rodata`, and the name of the variable. */
  readonly variables?: Readonly<Record<string, Readonly<Record<string, VariableFacts>>>>;
  /** By the struct's tag, or the typedef of one that has none. */
  readonly types?: Readonly<Record<string, TypeFacts>>;
  readonly [key: string]: unknown;
}

/** What is known about a program beside its name and section. */
export interface ProgramFacts {
  /** What libbpf makes of the section, such as `kprobe`; `unknown` or `incomplete` where it makes nothing of it. */
  readonly kind: string;
  /** Sorted ids (BPF_FUNC_*) of the helpers it may call. */
  readonly helpers: readonly number[];
  /** Other sections to try where the kernel lacks the first, in this order. */
  readonly fallback?: readonly string[];
  /** The program may be left out where the kernel has no place for it. */
  readonly optional?: boolean;
  /** Of the programs that share this word, one is attached. */
  readonly alternative?: string;
}

/** What is known about a map: the C types of keys and values, and those of the records that go into a buffer. */
export interface MapFacts {
  readonly key?: string;
  readonly value?: string;
  /** `btf_type_id` is that of the type behind typedefs. */
  readonly events?: readonly { readonly type: string; readonly btf_type_id: number }[];
}

/** Where a variable lies in its section, and what it begins as. Offset and size in bytes. */
export interface VariableFacts {
  readonly type: string;
  readonly offset: number;
  readonly size: number;
  /** Whole numbers that a double cannot hold are their digits; absent for what JSON cannot say, such as structs. */
  readonly initial?: boolean | number | string;
  readonly static?: boolean;
}

/** How members of a struct are shown, by their path in it, such as `addr.port`. */
export interface TypeFacts {
  readonly members: Readonly<
    Record<
      string,
      { readonly format: string; /** For the name of an enum. */ readonly enum_type_id?: number }
    >
  >;
}

/** Names and attach points of an object, as libbpf's skeleton has them. */
export interface BpfSkeleton {
  readonly obj_name: string;
  readonly doc?: SkeletonDoc | null;
  readonly data_sections?: readonly SkeletonDataSection[] | null;
  readonly maps?: readonly SkeletonMap[] | null;
  readonly progs?: readonly SkeletonProgram[] | null;
  readonly [key: string]: unknown;
}

export interface SkeletonDoc {
  readonly brief?: string;
  readonly details?: string;
  readonly description?: string;
  readonly version?: string;
  readonly [key: string]: unknown;
}

export interface SkeletonDataSection {
  readonly name: string;
  readonly variables: readonly SkeletonVariable[];
  readonly [key: string]: unknown;
}

export interface SkeletonVariable {
  readonly name: string;
  readonly type: string;
  readonly description?: string | null;
  readonly value?: unknown;
  readonly cmdarg?: unknown;
  readonly [key: string]: unknown;
}

export interface SkeletonMap {
  readonly name: string;
  readonly ident: string;
  readonly mmaped?: boolean;
  readonly sample?: unknown;
  readonly export_config?: unknown;
  /** Spelt so in ecc's format. */
  readonly intepreter?: unknown;
  readonly [key: string]: unknown;
}

export interface SkeletonProgram {
  readonly name: string;
  /** The section, for instance `kprobe/do_unlinkat`. */
  readonly attach: string;
  readonly link: boolean;
  readonly [key: string]: unknown;
}

export interface ExportType {
  readonly name: string;
  readonly size: number;
  readonly type_id: number;
  readonly members: readonly { readonly name: string; readonly type: string }[];
  readonly [key: string]: unknown;
}

/** A package that was opened and found whole: the manifest and the inflated object. */
export interface OpenedPackage {
  readonly manifest: PackageManifest;
  readonly object: Uint8Array;
  /** Types of kernels that its bundle brings, by `<distribution>/<version>/<machine>/<release>`; absent where there are none. */
  readonly btfs?: ReadonlyMap<string, Uint8Array> | undefined;
}
