import { randomInt } from 'node:crypto';

/** A shell script for a workload in a directory: how it ends means nothing, since commands that fail are traced as well. */
export function workloadScript(directory: string, workload: string): string {
  return `mkdir -p ${quote(directory)} && cd ${quote(directory)} && (${workload}\n); true`;
}

/**
 * A script that starts the process of a workload, which waits, and prints its id: for programs that are told a process
 * before it does anything.
 */
export function waitingScript(directory: string, workload: string): string {
  return [
    `mkdir -p ${quote(directory)} && cd ${quote(directory)} && mkfifo .go`,
    `sh -c ${quote(`read _ < .go; rm -f .go\n${workload}`)} > /dev/null 2>&1 < /dev/null &`,
    'echo $!',
  ].join('\n');
}

/** The workload of a run whose process waits already: lets it go, and waits for its end. */
export function goScript(directory: string, pid: string): string {
  return `echo > ${quote(`${directory}/.go`)}; while kill -0 ${pid} 2> /dev/null; do sleep 0.05; done`;
}

/**
 * Makes process ids other ones than in the last run: each machine that wakes from a snapshot counts on from the same one.
 * For a kernel of one's own, which knows CONFIG_CHECKPOINT_RESTORE.
 */
export const otherProcessIds = (): string =>
  `echo ${randomInt(1000, 30_000)} 2> /dev/null > /proc/sys/kernel/ns_last_pid; `;

/** A word of a shell. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
