// Connects to itself, three times, at a door where two may wait: the third one has to ask again after a second.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int ask(struct sockaddr_in *to, int flags)
{
	int fd = socket(AF_INET, SOCK_STREAM | flags, 0);

	connect(fd, (struct sockaddr *)to, sizeof(*to));
	return fd;
}

/** How many wait at a door: the kernel tells it in a field that has another meaning for connections. */
static unsigned int waiting(int door)
{
	struct tcp_info info = {};
	socklen_t size = sizeof(info);

	getsockopt(door, IPPROTO_TCP, TCP_INFO, &info, &size);
	return info.tcpi_unacked;
}

int main(int argc, char **argv)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
	int door = socket(AF_INET, SOCK_STREAM, 0);
	struct pollfd third = { .events = POLLOUT };

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	// Nobody is there yet: refused.
	ask(&to, 0);
	// A queue of 1 holds one more than that.
	if (bind(door, (struct sockaddr *)&to, sizeof(to)) < 0 || listen(door, 1) < 0) {
		perror("queue");
		return 1;
	}
	ask(&to, 0);
	ask(&to, 0);
	while (waiting(door) < 2)
		usleep(1000);
	third.fd = ask(&to, SOCK_NONBLOCK);
	// The kernel drops that one, as soon as it comes to it. Then there is room; it will ask again by itself.
	poll(&third, 1, 500);
	accept(door, NULL, NULL);
	return poll(&third, 1, 10000) == 1 ? 0 : 1;
}
