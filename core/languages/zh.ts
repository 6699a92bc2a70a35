import type { Catalog } from '../message.js';

/** Messages in Chinese, in the order of the English ones. */
export const chinese: Catalog = {
  '{0} {1}': '{0} {1}',
  '{0} {1}: {2}': '{0} {1}：{2}',
  'failed {0} s': '失败，{0} 秒',
  'ok {0} s': '成功，{0} 秒',
  'watching {0}; Ctrl-C ends': '正在监视 {0}；按 Ctrl-C 结束',
};
