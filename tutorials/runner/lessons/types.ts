import type { Language } from '../../../core/language.js';

/** A text in each language. */
export type Texts = Readonly<Record<Language, string>>;

/** How far a solution got: it compiles, the package is right, the verifier takes it, it behaves, and does nothing else. */
export const rungs = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;

/** One of {@link rungs}. */
export type Rung = (typeof rungs)[number];

/** What a value must be; see lesson.schema.json. */
export type Matcher = string | number | boolean | readonly Matcher[] | Pattern;

/** Members of a value that must be so. */
export interface Pattern {
  readonly [member: string]: Matcher;
}

/** How many there must be. */
export type Count = number | { readonly min?: number; readonly max?: number };

/** What a lesson needs of a kernel. */
export interface Needs {
  /** The oldest release: `5.8`. */
  readonly linux?: string;
  /** Kinds of programs, as `tsecli doctor` names them. */
  readonly kinds?: readonly string[];
  /** True where a mistake could harm the machine: a lab, unless the learner says otherwise. */
  readonly lab?: boolean;
  readonly text?: Texts;
}

/** One thing that must hold. Beside `id`, `rung` and `say` it has one subject. */
export interface Check {
  readonly id: string;
  readonly rung: Rung;
  readonly say: Texts;
  readonly program?: { readonly name?: Matcher; readonly section?: Matcher; readonly count?: Count };
  readonly map?: {
    readonly name?: Matcher;
    readonly type?: Matcher;
    readonly maxEntries?: Matcher;
    readonly keySize?: Matcher;
    readonly valueSize?: Matcher;
  };
  readonly field?: { readonly stream?: string; readonly name: string; readonly type?: Matcher };
  readonly variable?: { readonly name: string; readonly section?: Matcher; readonly type?: Matcher };
  readonly event?: Pattern;
  readonly count?: Count;
  readonly answer?: number;
  readonly choice?: string;
  readonly equals?: {
    readonly count?: Pattern;
    readonly value?: { readonly event: Pattern; readonly member: string };
  };
  readonly output?: Matcher;
  readonly file?: { readonly name: string; readonly exists?: boolean; readonly text?: Matcher };
  readonly command?: readonly string[];
  readonly exit?: number;
}

/** How a package is run. */
export interface RunSettings {
  readonly args?: readonly string[];
  readonly interface?: string;
  readonly cgroup?: true;
  readonly pid?: string;
  readonly binary?: string;
  readonly filter?: string;
}

/** A plausible mistake, and where it must fail. */
export interface WrongVariant {
  readonly file: string;
  /** A rung, or the id of a check. */
  readonly fails: string;
  readonly why: Texts;
}

/** One exercise as lesson.json has it. */
export interface ExerciseText {
  readonly id: string;
  readonly file: string;
  readonly files?: readonly string[];
  readonly kind: 'complete' | 'fix' | 'predict' | 'filter' | 'export' | 'package' | 'verifier' | 'quiz';
  readonly title: Texts;
  readonly task: Texts;
  readonly section: Texts;
  readonly hints: readonly Texts[];
  readonly starter: string;
  readonly program?: { readonly source: string };
  readonly runs?: string;
  readonly script?: string;
  readonly run?: RunSettings;
  readonly workload?: string;
  readonly checks: readonly Check[];
  readonly wrong: readonly WrongVariant[];
}

/** What lesson.json holds. */
export interface LessonText {
  readonly $schema?: string;
  readonly title: Texts;
  readonly needs?: Needs;
  readonly exercises: readonly ExerciseText[];
}

/** A lesson and where it lies. */
export interface Lesson extends LessonText {
  /** `02-kprobe-unlink`. */
  readonly name: string;
  /** 2. */
  readonly number: number;
  readonly directory: string;
}

/** An exercise in its lesson. */
export interface Exercise extends ExerciseText {
  readonly lesson: Lesson;
  /** What people call it: `2.1`. */
  readonly label: string;
  /** What it is kept by: `02-kprobe-unlink/entry`. */
  readonly key: string;
}
