// Comments and space, then the include. A backslash at the end of a line carries a comment on to the next.
const firstInclude =
  /^(?:\s|\/\/(?:[^\n\\]|\\[ \t\r\f\v]*\n|\\(?![ \t\r\f\v]*\n))*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*#[ \t]*include[ \t]*["<]vmlinux\.h[">]/;

// The comment of a licence may stand before it.
const searched = 64 * 1024;

/** True when the first thing in a source, but for comments, is the inclusion of vmlinux.h. */
export function startsWithVmlinux(text: string): boolean {
  return firstInclude.test(text.slice(0, searched));
}
