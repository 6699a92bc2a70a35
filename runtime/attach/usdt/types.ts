/**
 * Where an argument of a static probe is when it fires. `constant`: the number itself; `register`: in that register;
 * `memory`: at an offset from where the register points to.
 */
export type UsdtArgument = {
  /** Bytes. */
  readonly size: 1 | 2 | 4 | 8;
  readonly signed: boolean;
} & (
  | { readonly kind: 'constant'; readonly value: bigint }
  | { readonly kind: 'register'; readonly register: number }
  | { readonly kind: 'memory'; readonly register: number; readonly offset: bigint }
);
