// @ts-check

/** What the demo does while the probes are attached. */
export const workload = 'touch test1; rm test1; touch test2; rm test2';

/** The lines that the workload must leave in the trace, in this order; each with the process id of its `rm`. */
const expected = [
  /^\s*rm-(\d+)\s+\[\d+\] .{5,6} +\d+\.\d+: bpf_trace_printk: KPROBE ENTRY pid = \1, filename = test1$/,
  /^\s*rm-(\d+)\s+\[\d+\] .{5,6} +\d+\.\d+: bpf_trace_printk: KPROBE EXIT: pid = \1, ret = 0$/,
  /^\s*rm-(\d+)\s+\[\d+\] .{5,6} +\d+\.\d+: bpf_trace_printk: KPROBE ENTRY pid = \1, filename = test2$/,
  /^\s*rm-(\d+)\s+\[\d+\] .{5,6} +\d+\.\d+: bpf_trace_printk: KPROBE EXIT: pid = \1, ret = 0$/,
];

/**
 * What is wrong with the trace, as a sentence; undefined when it holds the four lines. On a host, where others delete
 * files meanwhile, their lines may stand between.
 * @param {string} trace
 */
export function findFault(trace) {
  const lines = trace.split('\n');
  let from = 0;
  for (const [index, pattern] of expected.entries()) {
    const at = lines.findIndex((line, position) => position >= from && pattern.test(line));
    if (at < 0)
      return `the trace lacks line ${index + 1} of the ${expected.length} expected ones: ${pattern.source}`;
    from = at + 1;
  }
  return undefined;
}

/**
 * Where the workload ran: a lab says so.
 * @param {string} notes everything that tsecli said on standard error
 * @param {string} hostRelease as in os.release()
 */
export function describePlace(notes, hostRelease) {
  const release = /^lab: (Linux \S+)$/m.exec(notes)?.[1];
  return release === undefined ? `Linux ${hostRelease}, on this host` : `${release}, in the lab`;
}
