#!/bin/sh
# Makes a package, signs it, and runs it as somebody who trusts nothing but the key: sh sign.sh NAME
set -e
export COSIGN_PASSWORD=lesson
tsecc -o build creates.bpf.c >&2
[ -f cosign.key ] || tsecli generate-key-pair >&2
tsecli sign --key cosign.key build/creates.bpf.o >&2
tsecli -q -j --lab --exec "touch $1" build/package.json
