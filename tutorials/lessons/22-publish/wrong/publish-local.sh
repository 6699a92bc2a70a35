#!/bin/sh
# Publishes a signed package in a registry, and runs it from there: sh publish.sh NAME
set -e
export COSIGN_PASSWORD=lesson
tsecc -o build creates.bpf.c >&2
[ -f cosign.key ] || tsecli generate-key-pair >&2

# The registry runs as long as this script, and keeps what it has in the folder `registry`.
node registry.mjs registry > address &
server=$!
trap 'kill $server' EXIT
until [ -s address ]; do sleep 0.1; done
name="$(cat address)/tools/$1:1.0"

tsecli push -q --key cosign.key build/package.json "$name" >&2
echo "$name"
tsecli -q -j --lab --exec "touch $1" build/package.json
