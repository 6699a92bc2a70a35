import { TseccError } from '../../core/errors.js';
import type { AttachPoint, Link } from '../attach/types.js';
import { failedPoint } from '../bpftool/failed-point.js';
import type { Note } from './choose-programs.js';
import { mayGiveWay } from './decide.js';
import { ProgramRefused } from './refusal.js';
import type { ProgramWishes } from './wishes.js';
import { message } from '../../core/message.js';

/** Throws a failed load's error, as {@link ProgramRefused} where it is that of a program which may give way. */
export function refusedAtLoad(wishes: ProgramWishes, points: readonly AttachPoint[], error: unknown): never {
  const point = failedPoint(error, points);
  if (point && error instanceof TseccError && mayGiveWay(wishes, point.program)) {
    throw new ProgramRefused(point, 'load', error);
  }
  throw error;
}

/** What is left out while programs attach. */
export class LeftOut {
  readonly #wishes: ProgramWishes;
  readonly #errors: { readonly program: string; readonly error: TseccError }[] = [];

  constructor(wishes: ProgramWishes) {
    this.#wishes = wishes;
  }

  /** Takes note of a program that can be left out as it is; throws for any other, as {@link ProgramRefused} if it may give way. */
  readonly refuse = (point: AttachPoint, error: unknown): void => {
    if (!(error instanceof TseccError) || !mayGiveWay(this.#wishes, point.program)) throw error;
    if (!this.#isSpare(point.program)) throw new ProgramRefused(point, 'attach', error);
    this.#errors.push({ program: point.program, error });
  };

  /** Throws the first refusal when nothing at all is attached. */
  requireAny(links: readonly Link[]): void {
    const first = this.#errors[0];
    if (links.length === 0 && first) throw first.error;
  }

  get notes(): readonly Note[] {
    return this.#errors.map(({ program, error }) => ({
      text: message`left out '${program}': ${error.phrases.message}`,
      detail: false,
    }));
  }

  /** Whether nothing but leaving it out can follow: to start over would only take time. */
  #isSpare(program: string): boolean {
    const { fallback, alternative, optional } = this.#wishes.marks(program);
    return (optional || this.#wishes.partial) && fallback.length === 0 && alternative === undefined;
  }
}
