/** The registers that an instruction writes, as `R1`: a call writes R0 and leaves nothing in R1 to R5. */
export function writtenRegisters(instruction: string): readonly string[] {
  if (instruction.startsWith('call ')) return ['R0', 'R1', 'R2', 'R3', 'R4', 'R5'];
  const target = /^[rw](\d{1,2}) \S{1,4} /.exec(instruction)?.[1];
  return target === undefined ? [] : [`R${target}`];
}
