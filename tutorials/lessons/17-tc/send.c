// Sends UDP datagrams to this machine: two words for each, port and number of bytes. With -o first, they have IP options.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
	int fd = socket(AF_INET, SOCK_DGRAM, 0), i = 1;
	unsigned char options[4] = { 1, 1, 1, 0 }; // three times "nothing", and the end
	char bytes[2048] = "";

	if (argc > 1 && strcmp(argv[1], "-o") == 0) {
		setsockopt(fd, IPPROTO_IP, IP_OPTIONS, options, sizeof(options));
		i = 2;
	}
	for (; i + 1 < argc; i += 2) {
		struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[i])) };

		to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
		sendto(fd, bytes, atoi(argv[i + 1]) % sizeof(bytes), 0, (struct sockaddr *)&to, sizeof(to));
	}
	return 0;
}
