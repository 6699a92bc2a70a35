/** Signals 1 to 31: include/uapi/asm-generic/signal.h of Linux, the same on x86 and arm64. */
const names = (
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU ' +
  'URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'
).split(' ');

/** The last of Linux' 64 signals; those from 32 on are real-time ones. */
const SIGRTMAX = 64;

/** A signal's number as its name, `SIGKILL`; real-time signals as `SIGRT32`; any other number as it is. */
export function signalText(number: number): string {
  const name = names[number - 1];
  if (name !== undefined) return `SIG${name}`;
  return number > names.length && number <= SIGRTMAX ? `SIGRT${number}` : String(number);
}
