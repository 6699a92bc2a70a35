import type { Catalog } from '../../message.js';

/** What is said of keys, signatures and policies, in Chinese, in the order of the English texts. */
export const trust: Catalog = {
  "'{0}' was signed by '{1}' ({2})": "'{0}' 由 '{1}' 签名（{2}）",
  "--insecure is not for this host: its policy '{0}' is locked": "本机不允许 --insecure：策略 '{0}' 已锁定",
  'Password for the new private key: ': '为新私钥设置口令：',
  "Password of '{0}': ": "'{0}' 的口令：",
  'The same again: ': '再输入一次：',
  'Usage: tsecli generate-key-pair [options]\n\nMakes a pair of keys as cosign makes them: cosign.key, encrypted with a password, signs packages; cosign.pub, which\neverybody may have, verifies them. The password comes from COSIGN_PASSWORD or is asked for.\n\nOptions:\n      --output-key-prefix NAME  write NAME.key and NAME.pub\n      --lang LANG               language of messages: en or zh; else that of the locale\n  -h, --help                    print this text\n':
    '用法：tsecli generate-key-pair [选项]\n\n像 cosign 那样生成一对密钥：cosign.key 用口令加密，用来给包签名；cosign.pub 可以公开，用来验证签名。\n口令取自 COSIGN_PASSWORD，否则会询问。\n\n选项：\n      --output-key-prefix NAME  写入 NAME.key 和 NAME.pub\n      --lang LANG               消息的语言：en 或 zh；默认跟随 locale\n  -h, --help                    显示本帮助\n',
  "Usage: tsecli sign --key FILE [options] PACKAGE\n\nSigns a package or a bundle: writes the signature of its bytes to PACKAGE.sig, as cosign sign-blob makes it.\n\nOptions:\n      --key FILE               the private key: cosign's, or one of openssl on P-256; its password comes from\n                               COSIGN_PASSWORD or is asked for\n      --output-signature FILE  write the signature there\n      --lang LANG              language of messages: en or zh; else that of the locale\n  -h, --help                   print this text\n":
    '用法：tsecli sign --key FILE [选项] PACKAGE\n\n给包或 bundle 签名：把对其全部字节的签名写入 PACKAGE.sig，与 cosign sign-blob 的结果相同。\n\n选项：\n      --key FILE               私钥：cosign 的，或 openssl 的 P-256 私钥；口令取自 COSIGN_PASSWORD，\n                               否则会询问\n      --output-signature FILE  把签名写到这里\n      --lang LANG              消息的语言：en 或 zh；默认跟随 locale\n  -h, --help                   显示本帮助\n',
  'Usage: tsecli verify [options] PACKAGE\n\nTells who signed a package, by the signature in PACKAGE.sig or in its registry; it ends with 7 when no trusted key did.\n\nOptions:\n      --key FILE        a public key that is trusted, may be given again; without it those of /etc/tsecli/policy.json\n      --signature FILE  the signature is there\n      --digest DIGEST   the package has to have this digest, too: sha256:…\n      --ca-file FILE    trust these certificates of servers, too\n      --plain-http      ask other machines without TLS, too\n      --lang LANG       language of messages: en or zh; else that of the locale\n  -q, --quiet           show no progress\n  -h, --help            print this text\n':
    '用法：tsecli verify [选项] PACKAGE\n\n根据 PACKAGE.sig 或 registry 中的签名说明包由谁签名；没有受信任密钥的签名时以 7 退出。\n\n选项：\n      --key FILE        受信任的公钥，可多次给出；不给时使用 /etc/tsecli/policy.json 中的公钥\n      --signature FILE  签名所在的文件\n      --digest DIGEST   包还必须具有这个摘要：sha256:…\n      --ca-file FILE    另外信任服务器的这些证书\n      --plain-http      访问其他机器时也可以不用 TLS\n      --lang LANG       消息的语言：en 或 zh；默认跟随 locale\n  -q, --quiet           不显示进度\n  -h, --help            显示本帮助\n',
  "WARNING: nobody vouches for '{0}': it runs because of --insecure":
    "警告：'{0}' 无人担保，只因 --insecure 才运行",
  'a private key is what tsecli generate-key-pair writes as cosign.key':
    '私钥就是 tsecli generate-key-pair 写出的 cosign.key',
  'a public key is what tsecli generate-key-pair writes as cosign.pub':
    '公钥就是 tsecli generate-key-pair 写出的 cosign.pub',
  'ask for a password: none was given': '询问口令：没有输入',
  'ask for a password: the two are not the same': '询问口令：两次输入不一致',
  'ask for a password: there is no terminal': '无法询问口令：没有终端',
  'byte {0} is not UTF-8 text': '第 {0} 字节处不是 UTF-8 文本',
  'chown root, chmod go-w, or remove it': '用 chown root、chmod go-w 改正，或者删除它',
  it: '它',
  'it has no signature': '它没有签名',
  'it holds a {0}, not a PUBLIC KEY': '其中是 {0}，而不是 PUBLIC KEY（公钥）',
  'it holds a {0}, not a private key': '其中是 {0}，而不是私钥',
  'it holds no encrypted key': '其中没有加密的密钥',
  'it holds no private key': '其中没有私钥',
  'it holds no public key': '其中没有公钥',
  'it is a key of another kind, {0}, and signatures are of ECDSA on P-256':
    '它是另一种密钥（{0}），而签名使用 P-256 上的 ECDSA',
  'it is encrypted in a way that cosign does not use': '它的加密方式不是 cosign 所用的',
  'it is larger than {0} bytes': '它超过 {0} 字节',
  'it is no PEM file': '它不是 PEM 文件',
  'it is no regular file': '它不是普通文件',
  'its digest is {0}, not {1}': '它的摘要是 {0}，而不是 {1}',
  'its directory': '它所在的目录',
  'leave out --insecure': '去掉 --insecure',
  'line {0} is not JSON': '第 {0} 行不是 JSON',
  'make cosign.key, to sign packages, and cosign.pub, to verify them':
    '生成给包签名用的 cosign.key 和验证签名用的 cosign.pub',
  'make one with: {0}': '用这个命令生成：{0}',
  'name a package': '请指定一个包',
  'name one: --key cosign.pub; or put keys into {0}': '指定一个：--key cosign.pub；或者把公钥写进 {0}',
  'name other files: --output-key-prefix NAME': '换一个文件名：--output-key-prefix NAME',
  'name the key: --key FILE; or the digest: --digest sha256:…; --insecure runs it all the same':
    '指定密钥：--key FILE；或指定摘要：--digest sha256:…；--insecure 则照样运行',
  'name the private key: --key FILE': '请指定私钥：--key FILE',
  'no key is trusted here': '这里没有受信任的密钥',
  'no signature of it fits: it was changed, or another key signed it':
    '它的签名都不匹配：它被改动过，或由别的密钥签名',
  "read '{0}': it is larger than any signature": "无法读取 '{0}'：它比任何签名都大",
  "read --digest '{0}': it is not sha256: and 64 hexadecimal digits":
    "无法读取 --digest '{0}'：它不是 sha256: 加 64 位十六进制数字",
  "read key '{0}': the password is wrong": "无法读取密钥 '{0}'：口令错误",
  "read key '{0}': {1}": "无法读取密钥 '{0}'：{1}",
  "read policy '{0}': {1}": "无法读取策略 '{0}'：{1}",
  'run only the package of this digest, sha256:…, wherever it comes from':
    '无论包来自哪里，只运行摘要为 sha256:… 的那一个',
  'run only what the key in FILE, or another one given so, has signed':
    '只运行由 FILE 中的密钥（可多次给出，其中任一个即可）签名的包',
  'run what comes over the network even if nobody vouches for it': '来自网络的包即使无人担保也照样运行',
  'see the schema: tsecc/policy.schema.json': '参见 schema：tsecc/policy.schema.json',
  'see tsecli {0} --help': '参见 tsecli {0} --help',
  'set COSIGN_PASSWORD': '设置 COSIGN_PASSWORD',
  'sha256sum tells that of a file': '文件的摘要可以用 sha256sum 得到',
  'sign a package: the signature goes beside it, into PACKAGE.sig': '给包签名：签名写入旁边的 PACKAGE.sig',
  'tell who signed a package; exit code 7 when no trusted key did':
    '说明包由谁签名；没有受信任密钥的签名时退出码为 7',
  "the policy '{0}' has the keys; or name the digest: --digest sha256:…":
    "密钥由策略 '{0}' 规定；也可以指定摘要：--digest sha256:…",
  "the policy '{0}' runs only what its keys signed": "按照策略 '{0}'，只运行由其中的密钥签名的包",
  "the signature by '{0}' is that of another package": "'{0}' 的这个签名属于另一个包",
  "there is no signature file '{0}'": "没有签名文件 '{0}'",
  "trust '{0}': {1}": "不信任 '{0}'：{1}",
  'use --insecure with {0}: one of them says that it matters who made it':
    '不能同时使用 --insecure 和 {0}：后者说明包的来历很重要',
  'verify package: no key is named': '无法验证包：没有指定密钥',
  "write '{0}': there is one already": "无法写入 '{0}'：它已经存在",
  "wrote '{0}'": "已写入 '{0}'",
  "wrote '{0}' (keep it to yourself) and '{1}'": "已写入 '{0}'（不要交给别人）和 '{1}'",
  '{0} belongs to user {1}, not to {2}': '{0}属于用户 {1}，而不是 {2}',
  '{0} can be written by others than its owner': '{0}能被所有者以外的用户写入',
  '{0}/{1}: a policy has no such key': '{0}/{1}：策略里没有这个键',
};
