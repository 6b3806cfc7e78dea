/* reaper PROGRAM ARGUMENT...: runs a program and reaps every orphan below it at once.
 *
 * A daemon's guests are orphans; where process 1 reaps late, ending them looks slow whatever the daemon does. SIGTERM and
 * SIGINT go on to the program; its exit status is ours.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile pid_t program;

static void pass_on(int number)
{
    if (program > 0) {
        kill(program, number);
    }
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: reaper PROGRAM ARGUMENT...\n");
        return 2;
    }
    if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0) {
        perror("reaper: prctl");
        return 2;
    }
    struct sigaction action = {.sa_handler = pass_on};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);

    program = fork();
    if (program == 0) {
        execvp(argv[1], argv + 1);
        perror(argv[1]);
        _exit(127);
    }
    for (;;) {
        int status;
        pid_t ended = wait(&status);
        if (ended == program) {
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        if (ended < 0 && errno != EINTR) {
            perror("reaper: wait");
            return 2;
        }
    }
}
