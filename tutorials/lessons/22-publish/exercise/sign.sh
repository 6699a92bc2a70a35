#!/bin/sh
# Makes a package, signs it, and runs it as somebody who trusts nothing but the key: sh sign.sh NAME
set -e
export COSIGN_PASSWORD=lesson
tsecc -o build creates.bpf.c >&2
# your turn: make a pair of keys where there is none, and sign the package
tsecli -q -j --lab --exec "touch $1" build/package.json
