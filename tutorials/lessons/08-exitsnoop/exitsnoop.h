// What exitsnoop tells of each process that ends.
struct event {
	int pid;
	int ppid;
	// What it gave to exit(): 0 when all went well.
	unsigned int exit_code;
	// The signal that ended it, or 0.
	unsigned int signal;
	// How long it lived.
	unsigned long long duration_ns;
	char comm[16];
};
