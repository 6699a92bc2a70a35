/**
 * The registers of an instruction that a refusal may be about, as `R1`: of a use of memory the one that points to it,
 * none of a call (the verifier names the argument), else all. None twice.
 */
export function usedRegisters(instruction: string): readonly string[] {
  if (instruction.startsWith('call ')) return [];
  const pointer = /\((r\d{1,2}) [+-]/.exec(instruction)?.[1];
  const names = [...(pointer ?? instruction).matchAll(/\b[rw](\d{1,2})\b/g)].map(
    ([, digits]) => `R${digits}`,
  );
  return [...new Set(names)];
}
