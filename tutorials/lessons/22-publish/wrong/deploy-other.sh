#!/bin/sh
# Runs the package that lies on the server, each morning: sh deploy.sh NAME
set -e
. ./make.sh

tsecli -q -j --lab --key cosign.pub --deny helper:bpf_probe_write_user --exec "touch $1" server/package.json
