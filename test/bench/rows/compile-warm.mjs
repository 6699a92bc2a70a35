import { compareWarm } from '../warm-compile.mjs';

export const row = {
  name: 'warm tsecc on the seed lesson / bare clang -g -O2 -target bpf',
  zh: '热缓存下用 tsecc 编译入门课 / 直接用 clang -g -O2 -target bpf',
  reach: 0.6,
  run: ({ runs }) => compareWarm(runs),
};
