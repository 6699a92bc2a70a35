#!/bin/sh
# Starts the registry again, as it was left, and looks whether the key has signed what is there: sh visit.sh NAME
node registry.mjs registry > address2 &
server=$!
trap 'kill $server' EXIT
until [ -s address2 ]; do sleep 0.1; done
tsecli verify --key cosign.pub "$(cat address2)/tools/$1:1.0"
