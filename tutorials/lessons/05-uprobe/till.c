// A till: the program that this lesson looks into. It knows nothing of BPF.
#include <stdio.h>
#include <stdlib.h>

struct order {
	char customer[16];
	int price;
	int purse;
};

// Gives what is paid, or -1 where the purse holds too little. Not inlined: a probe needs a function with a place.
__attribute__((noinline)) int pay(const char *customer, int price, int purse)
{
	if (price > purse) {
		printf("%s cannot pay %d\n", customer, price);
		return -1;
	}
	printf("%s pays %d\n", customer, price);
	return price;
}

__attribute__((noinline)) int serve(const struct order *order)
{
	return pay(order->customer, order->price, order->purse);
}

// Three words for each customer: name, price, purse.
int main(int argc, char **argv)
{
	for (int i = 1; i + 2 < argc; i += 3) {
		struct order order = { .price = atoi(argv[i + 1]), .purse = atoi(argv[i + 2]) };

		snprintf(order.customer, sizeof(order.customer), "%s", argv[i]);
		serve(&order);
	}
	return 0;
}
