// What bootstrap tells of each process: that it was started, and how it ended.
enum moment {
	PROCESS_STARTED,
	PROCESS_ENDED,
};

struct event {
	enum moment moment;
	int pid;
	int ppid;
	// Of one that ended: its exit code, the signal that ended it, or 0, and how long it ran.
	unsigned int exit_code;
	unsigned int signal;
	unsigned long long ms;
	char comm[16];
	char file[64];
};
