import type { TseccError } from '../../core/errors.js';

/** What the kernel said of one program. */
export type Verdict = { readonly program: string; readonly section: string } & (
  | {
      readonly verdict: 'ok';
      /** How many the verifier looked at; undefined where the kernel does not say. */
      readonly instructions: number | undefined;
    }
  /** By the verifier, or because this kernel cannot. */
  | { readonly verdict: 'refused'; readonly error: TseccError }
  /** It stands in one section with a refused one, without which it cannot be loaded. */
  | { readonly verdict: 'unchecked' }
);
