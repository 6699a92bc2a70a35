// @ts-check
// The words of figures' names in Chinese. Names of programs stay.

/** @type {Readonly<Record<string, string>>} */
export const chinese = {
  'CPU µs/event': '每事件 CPU 微秒',
  'MB, first quarter': '前四分之一，MB',
  'MB, last quarter': '后四分之一，MB',
  'bcc in Python': 'Python 的 bcc',
  buffer: '个缓冲区',
  buffers: '个缓冲区',
  bytes: '字节',
  'call µs': '每次调用微秒',
  'events/s': '事件/秒',
  KB: 'KB',
  'libbpf in C': 'C 的 libbpf',
  lost: '丢失',
  map: '个 map',
  maps: '个 map',
  'memory, last quarter / first': '内存，后四分之一 / 前四分之一',
  ms: '毫秒',
  'ms, in s': '秒',
  'ms, ratio': '毫秒之比',
  'p50 µs': 'p50 微秒',
  'p99 µs': 'p99 微秒',
  'peak MB': '内存峰值 MB',
  program: '个程序',
  programs: '个程序',
  'not measured yet': '尚未测量',
  'needs bcc': '需要 bcc',
  'needs bpftrace': '需要 bpftrace',
  'needs cc': '需要 C 编译器',
  'needs libbpf': '需要 libbpf',
  'needs opensnoop': '需要 opensnoop',
  'needs root': '需要 root',
  'needs tracefs': '需要 tracefs',
};

/**
 * A figure's name in Chinese: the whole of it, or its parts, `figure, side, 200 programs / peer`, each by itself.
 *
 * @param {string} name
 * @returns {string}
 */
export function inChinese(name) {
  const whole = chinese[name];
  if (whole !== undefined) return whole;
  for (const [mark, between] of Object.entries({ ' / ': ' / ', ', ': '，' })) {
    const at = name.indexOf(mark);
    if (at >= 0) return `${inChinese(name.slice(0, at))}${between}${inChinese(name.slice(at + mark.length))}`;
  }
  const counted = /^([\d,]+) (.+)$/.exec(name);
  return counted ? `${counted[1]} ${inChinese(counted[2] ?? '')}` : name;
}
