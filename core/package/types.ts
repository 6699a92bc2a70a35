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

/** Our own part of the manifest. */
export interface TseccMeta {
  /** Version of this part: raised when an older tsecli could no longer read it right. */
  readonly format: number;
  /** Version of the tsecc that wrote the package. */
  readonly version: string;
  readonly [key: string]: unknown;
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
}
