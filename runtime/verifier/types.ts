import type { Phrase } from '../../core/message.js';

/** A line of a source, as the verifier or the object names it. */
export interface SourceLine {
  readonly text: string;
  /** Undefined in logs of kernels before 6.10. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** From 1, in bytes; undefined where only the log tells of the line. */
  readonly column: number | undefined;
}

/** An instruction that the verifier looked at. */
export interface Instruction {
  /** From the start of the program. */
  readonly index: number;
  /** As the log has it: `r1 = *(u64 *)(r0 +0)`. */
  readonly text: string;
}

/** What is known of a register. */
export interface Register {
  /** As the log has it: `map_value_or_null(id=1,map=counts,ks=4,vs=8)`. */
  readonly state: string;
  /** The line that gave it its value. */
  readonly source: SourceLine | undefined;
}

/** A verifier's log, as far as it tells of the refusal. */
export interface VerifierLog {
  /** The last instruction; undefined when the program was refused as a whole. */
  readonly instruction: Instruction | undefined;
  readonly source: SourceLine | undefined;
  /** True where the source line stands behind the instruction, and is that of the next one. */
  readonly sourceIsNext: boolean;
  /** All that was said behind the last instruction, by lines: the reason is among it. */
  readonly said: string;
  readonly registers: ReadonlyMap<string, Register>;
  /** The line of each instruction that was looked at. */
  readonly sources: ReadonlyMap<number, SourceLine>;
  /** Helpers and kernel functions that were called on the way, the last one last. */
  readonly calls: readonly string[];
  /** What Linux 7.3 and newer say of it for people. */
  readonly report: KernelReport | undefined;
}

/** The part of a log of Linux 7.3 that begins with `Verification failed:`. */
export interface KernelReport {
  readonly title: string;
  readonly reason: string | undefined;
  readonly suggestion: string | undefined;
}

/** What the explanation of a refusal is made of. */
export interface RefusalContext {
  readonly log: VerifierLog;
  readonly program: string;
  /** As in SEC(). */
  readonly section: string | undefined;
  /** `uname -r`. */
  readonly release: string;
  /** What libbpf gives as the error: `Argument list too long`. */
  readonly failure: string | undefined;
}

/** One kind of refusal. */
export interface Refusal {
  /** A word that programs can test. */
  readonly id: string;
  /** Matches what the verifier said. */
  readonly pattern: RegExp;
  /** What else must hold. */
  readonly when?: (context: RefusalContext, match: RegExpExecArray) => boolean;
  /** Why, for a person who knows C. */
  readonly why: (match: RegExpExecArray, context: RefusalContext) => Phrase;
  /** How to mend it. */
  readonly cure: (match: RegExpExecArray, context: RefusalContext) => Phrase;
  /** True where the kernel lacks something, and another would take the program. */
  readonly kernelLacks?: boolean;
}

/** A refusal, explained. */
export interface Explanation {
  readonly program: string;
  /** The id of its {@link Refusal}; undefined for what is not known. */
  readonly kind: string | undefined;
  readonly place: SourceLine | undefined;
  /** The verifier's own words, one line. */
  readonly said: string;
  readonly why: Phrase;
  readonly cure: Phrase;
  readonly kernelLacks: boolean;
  /** What the verifier knows of the registers that matter there. */
  readonly registers: readonly { readonly name: string; readonly state: string; readonly words: Phrase }[];
  /** The last lines of the log, where the kind is not known. */
  readonly tail: readonly string[];
}
