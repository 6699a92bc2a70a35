# What lies on the server one morning. CHANGE says what has happened to it in the night: nothing, unless it is said.
export COSIGN_PASSWORD=lesson
rm -rf server
mkdir -p server/other
[ -f cosign.key ] || tsecli generate-key-pair >&2
tsecc -o server creates.bpf.c >&2
case "$CHANGE" in
power) # One of us has added a program that sees every function, and signed it.
	cat creates.bpf.c more.txt > server/creates.bpf.c
	tsecc -o server server/creates.bpf.c >&2 ;;
esac
tsecli sign --key cosign.key server/package.json >&2
case "$CHANGE" in
bytes) # Somebody has changed it since.
	echo >> server/package.json ;;
key) # Somebody has signed it with a key of his own.
	(cd server/other && tsecli generate-key-pair >&2)
	tsecli sign --key server/other/cosign.key server/package.json >&2 ;;
esac
