#!/bin/sh
# Runs the package that lies on the server, each morning: sh deploy.sh NAME
set -e
. ./make.sh

# your turn: whatever lies there is run; run it only if cosign.pub fits, and if it has tracepoints alone
tsecli -q -j --lab --exec "touch $1" server/package.json
