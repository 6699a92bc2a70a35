// A conversation with itself over TCP, for each port that it is given: who has called says a few words and hangs up first.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int talk(int port)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(port) };
	int door = socket(AF_INET, SOCK_STREAM, 0), caller = socket(AF_INET, SOCK_STREAM, 0);
	int called, on = 1;
	char word[8];

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(door, (struct sockaddr *)&to, sizeof(to)) < 0 || listen(door, 8) < 0)
		return -1;
	if (connect(caller, (struct sockaddr *)&to, sizeof(to)) < 0)
		return -1;
	called = accept(door, NULL, NULL);
	for (int i = 0; i < 3; i++) {
		send(caller, "question", 8, 0);
		recv(called, word, sizeof(word), MSG_WAITALL);
		send(called, "answer..", 8, 0);
		recv(caller, word, sizeof(word), MSG_WAITALL);
	}
	close(caller);
	// 0 bytes: the other end has hung up.
	while (recv(called, word, sizeof(word), 0) > 0)
		;
	close(called);
	close(door);
	return 0;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (talk(atoi(argv[i])) < 0) {
			perror("talk");
			return 1;
		}
	}
	return 0;
}
