// Sends UDP datagrams to this machine: two words for each, port and number of bytes.
#include <arpa/inet.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	char bytes[2048] = "";

	for (int i = 1; i + 1 < argc; i += 2) {
		struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[i])) };

		to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
		sendto(fd, bytes, atoi(argv[i + 1]) % sizeof(bytes), 0, (struct sockaddr *)&to, sizeof(to));
	}
	return 0;
}
