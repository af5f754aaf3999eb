/* Makes every sync slower by SLOW_SYNC_MS milliseconds, as an old disk would: for scripts/bench.
   cc -shared -fPIC -O2 -o slow-sync.so slow-sync.c -ldl; LD_PRELOAD=./slow-sync.so PROGRAM */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

static void wait_a_while(void) {
    const char *text = getenv("SLOW_SYNC_MS");
    long delay = text ? strtol(text, NULL, 10) : 0;
    struct timespec left = {delay / 1000, (delay % 1000) * 1000000L};
    while (nanosleep(&left, &left) == -1 && errno == EINTR) {
    }
}

int fsync(int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_a_while();
    return real(file);
}

int fdatasync(int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_a_while();
    return real(file);
}
