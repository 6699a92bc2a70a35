import type { BpfObject } from '../../../core/object/types.js';
import type { Phrase } from '../../../core/message.js';
import type { PackageManifest } from '../../../core/package/types.js';
import type { RunEvent } from '../../../runtime/library/types.js';
import type { Check } from '../lessons/types.js';
import type { Saved } from '../match/matches.js';

/** What a compiled package holds. */
export interface PackageFacts {
  readonly manifest: PackageManifest;
  readonly object: BpfObject;
}

/** What a script left. */
export interface ScriptRun {
  readonly stdout: string;
  readonly directory: string;
  /** Runs a command where the script was; gives its exit code. */
  readonly run: (argv: readonly string[]) => Promise<number>;
}

/** What checks look at: as much of it as there is at their rung. */
export interface Evidence {
  readonly facts?: PackageFacts | undefined;
  readonly events?: readonly RunEvent[] | undefined;
  /** What the learner has answered, in order. */
  readonly answers?: readonly string[] | undefined;
  readonly script?: ScriptRun | undefined;
  /** What checks keep for each other. */
  readonly saved: Saved;
}

/** How a check ended. */
export interface CheckResult {
  readonly holds: boolean;
  /** What there is instead, a line each: foreign text, or words of ours. */
  readonly found: readonly Phrase[];
}

/** Performs checks of one kind; their placeholders are filled. */
export type CheckKind = (check: Check, evidence: Evidence) => CheckResult | Promise<CheckResult>;
