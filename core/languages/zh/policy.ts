import type { Catalog } from '../../message.js';

/** What rules say, in Chinese, in the order of the English texts. */
export const policyChinese: Catalog = {
  'for instance {0}, {1} or {2}': '例如 {0}、{1} 或 {2}',
  'kinds are {0}': '种类有 {0}',
  'no rule allows it': '没有规则允许它',
  "program '{0}' attaches to {1}": "程序 '{0}' 附加到 {1}",
  "program '{0}' calls {1}": "程序 '{0}' 调用 {1}",
  "program '{0}' is of the kind {1}": "程序 '{0}' 属于 {1} 类",
  "read rule '{0}': it is not of the form SUBJECT:PATTERN": "读取规则 '{0}'：不是 SUBJECT:PATTERN 的形式",
  "read rule '{0}': there are no such programs": "读取规则 '{0}'：没有这类程序",
  'run package: {0}, and {1}': '运行软件包：{0}，而{1}',
  'the rule {0} denies it': '规则 {0} 禁止它',
  'tsecli inspect tells what the package may do': 'tsecli inspect 会说明软件包能做什么',
};
