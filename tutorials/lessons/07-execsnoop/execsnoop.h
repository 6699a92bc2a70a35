// What execsnoop tells of each program that is started.
struct event {
	int pid;
	char comm[16];
	char file[64];
};
