/* once PROGRAM ARGUMENT...: runs a program with its output thrown away and prints what it cost:
 *
 *   wall time in ns, CPU time in ns (user and system), peak resident memory in KiB, exit status
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static long long nanoseconds(struct timeval time)
{
    return time.tv_sec * 1000000000LL + time.tv_usec * 1000LL;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: once PROGRAM ARGUMENT...\n");
        return 2;
    }
    long long start = now();
    pid_t program = vfork();
    if (program == 0) {
        int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, 0);
        dup2(nothing, 1);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(program, &status, 0, &usage) != program) {
        perror("once: wait4");
        return 2;
    }
    long long wall = now() - start;
    printf("%lld\t%lld\t%ld\t%d\n", wall, nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime), usage.ru_maxrss,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
