/* wire MODE ARGUMENT...: a client that speaks the protocol itself, so that the daemon alone is measured.
 *
 *   wire pipeline DEPTH DOMAIN SLICES MILLISECONDS URI SOCKET...
 *       Looks a domain up again and again on one connection, with DEPTH calls under way at any time. Slices of time go to the
 *       sockets in turn. A line for each slice: index of the socket, number of calls, p50 and p99 of their duration in ns.
 *   wire events SUBSCRIBERS DOMAIN COUNT URI SOCKET...
 *       Suspends and resumes a domain, on each socket in turn, while SUBSCRIBERS connections wait for its lifecycle. A line for
 *       each time: index of the socket, ns from the call until the last of them has the event.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { REMOTE = 0x20008086, OPEN = 1, LOOKUP_BY_NAME = 23, RESUME = 28, SUSPEND = 34, AUTH_LIST = 66, REGISTER = 316 };
enum { HEADER = 28, MOST = 4096, DEPTH_MOST = 64 };

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void fail(const char *what)
{
    fprintf(stderr, "wire: ");
    perror(what);
    exit(1);
}

/* A frame that is being made, or has come. */
struct frame {
    unsigned char bytes[MOST];
    size_t length;
};

static unsigned word_at(const struct frame *frame, size_t at)
{
    unsigned value;
    memcpy(&value, frame->bytes + at, 4);
    return ntohl(value);
}

static void put(struct frame *frame, unsigned value)
{
    value = htonl(value);
    memcpy(frame->bytes + frame->length, &value, 4);
    frame->length += 4;
}

static void put_string(struct frame *frame, const char *text)
{
    size_t length = strlen(text);
    if (frame->length + length + 64 > MOST) {
        fprintf(stderr, "wire: too long: %s\n", text);
        exit(2);
    }
    put(frame, length);
    memset(frame->bytes + frame->length, 0, (length + 3) / 4 * 4);
    memcpy(frame->bytes + frame->length, text, length);
    frame->length += (length + 3) / 4 * 4;
}

static void begin(struct frame *frame, unsigned procedure)
{
    unsigned header[] = {0, REMOTE, 1, procedure, 0, 0, 0};
    frame->length = 0;
    for (int i = 0; i < 7; i++) {
        put(frame, header[i]);
    }
}

static void send_frame(int peer, struct frame *frame, unsigned serial)
{
    unsigned length = htonl(frame->length);
    memcpy(frame->bytes, &length, 4);
    serial = htonl(serial);
    memcpy(frame->bytes + 20, &serial, 4);
    if (write(peer, frame->bytes, frame->length) != (ssize_t)frame->length) {
        fail("write");
    }
}

/* What has come from a peer and is not used up. */
struct input {
    int peer;
    size_t filled;
    unsigned char bytes[16 * MOST];
};

/* Takes the next frame; waits for it. */
static void receive(struct input *input, struct frame *frame)
{
    for (;;) {
        unsigned length = 0;
        if (input->filled >= 4) {
            memcpy(&length, input->bytes, 4);
            length = ntohl(length);
            if (length < HEADER || length > MOST) {
                fprintf(stderr, "wire: a frame of %u bytes\n", length);
                exit(1);
            }
            if (input->filled >= length) {
                memcpy(frame->bytes, input->bytes, length);
                frame->length = length;
                input->filled -= length;
                memmove(input->bytes, input->bytes + length, input->filled);
                return;
            }
        }
        ssize_t count = read(input->peer, input->bytes + input->filled, sizeof(input->bytes) - input->filled);
        if (count <= 0) {
            fail("read");
        }
        input->filled += count;
    }
}

static void call(struct input *input, struct frame *question, struct frame *answer)
{
    send_frame(input->peer, question, 0);
    receive(input, answer);
    if (word_at(answer, 24) != 0) {
        fprintf(stderr, "wire: procedure %u fails\n", word_at(question, 12));
        exit(1);
    }
}

static struct input *open_socket(const char *path, const char *uri)
{
    struct input *input = calloc(1, sizeof(*input));
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof(address.sun_path) - 1);
    input->peer = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(input->peer, (struct sockaddr *)&address, sizeof(address)) != 0) {
        fail(path);
    }
    struct frame frame, answer;
    begin(&frame, AUTH_LIST);
    call(input, &frame, &answer);
    begin(&frame, OPEN);
    put(&frame, 1);
    put_string(&frame, uri);
    put(&frame, 0);
    call(input, &frame, &answer);
    return input;
}

static void begin_lookup(struct frame *frame, const char *domain)
{
    begin(frame, LOOKUP_BY_NAME);
    put_string(frame, domain);
}

/* pipeline */

static int by_size(const void *a, const void *b)
{
    long long x = *(const long long *)a;
    long long y = *(const long long *)b;
    return (x > y) - (x < y);
}

static void slice_of_lookups(int index, struct input *input, struct frame *lookup, int depth, long long length)
{
    static long long durations[1 << 20];
    long long sent[DEPTH_MOST];
    struct frame answer;
    int count = 0;
    unsigned serial = 0;
    long long end = now() + length;

    for (; (int)serial < depth; serial++) {
        sent[serial] = now();
        send_frame(input->peer, lookup, serial);
    }
    for (int open = depth; open > 0;) {
        receive(input, &answer);
        unsigned answered = word_at(&answer, 20);
        long long time = now();
        if (count < (int)(sizeof(durations) / sizeof(*durations))) {
            durations[count++] = time - sent[answered % depth];
        }
        if (time < end) {
            /* The place of the call that has ended; serials keep to their place. */
            unsigned next = answered + depth;
            sent[next % depth] = time;
            send_frame(input->peer, lookup, next);
        } else {
            open--;
        }
    }
    qsort(durations, count, sizeof(long long), by_size);
    printf("%d\t%d\t%lld\t%lld\n", index, count, durations[count / 2], durations[(long long)count * 99 / 100]);
    fflush(stdout);
}

static int pipeline(char **words, int count)
{
    int depth = atoi(words[0]);
    int sockets = count - 5;
    struct input **inputs = calloc(sockets, sizeof(*inputs));
    struct frame lookup;

    if (depth < 1 || depth > DEPTH_MOST) {
        fprintf(stderr, "wire: depth %d\n", depth);
        return 2;
    }
    for (int i = 0; i < sockets; i++) {
        inputs[i] = open_socket(words[5 + i], words[4]);
    }
    begin_lookup(&lookup, words[1]);
    for (int slice = 0; slice < atoi(words[2]) * sockets; slice++) {
        slice_of_lookups(slice % sockets, inputs[slice % sockets], &lookup, depth, atoll(words[3]) * 1000000LL);
    }
    return 0;
}

/* events */

struct audience {
    struct input *caller;
    struct frame domain; /* a call about the domain, but for its procedure */
    int epoll;
    int size;
};

static void subscribe(struct audience *audience, int size, const char *domain, const char *path, const char *uri)
{
    struct frame frame, answer;
    audience->caller = open_socket(path, uri);
    begin_lookup(&frame, domain);
    call(audience->caller, &frame, &answer);
    begin(&audience->domain, SUSPEND);
    memcpy(audience->domain.bytes + HEADER, answer.bytes + HEADER, answer.length - HEADER);
    audience->domain.length = answer.length;

    audience->size = size;
    audience->epoll = epoll_create1(0);
    for (int i = 0; i < size; i++) {
        struct input *input = open_socket(path, uri);
        begin(&frame, REGISTER);
        put(&frame, 0); /* lifecycle */
        put(&frame, 0); /* of every domain */
        call(input, &frame, &answer);
        struct epoll_event wanted = {.events = EPOLLIN, .data.ptr = input};
        if (epoll_ctl(audience->epoll, EPOLL_CTL_ADD, input->peer, &wanted) != 0) {
            fail("epoll_ctl");
        }
    }
}

static void announce(int index, struct audience *audience, unsigned procedure)
{
    struct epoll_event ready[64];
    struct frame frame;
    unsigned wire = htonl(procedure);
    memcpy(audience->domain.bytes + 12, &wire, 4);

    long long start = now();
    send_frame(audience->caller->peer, &audience->domain, 1);
    for (int missing = audience->size; missing > 0;) {
        int count = epoll_wait(audience->epoll, ready, 64, -1);
        for (int i = 0; i < count; i++) {
            receive(ready[i].data.ptr, &frame);
            missing--;
        }
    }
    printf("%d\t%lld\n", index, now() - start);
    fflush(stdout);
    receive(audience->caller, &frame);
}

static int events(char **words, int count)
{
    int sockets = count - 4;
    struct audience *audiences = calloc(sockets, sizeof(*audiences));
    for (int i = 0; i < sockets; i++) {
        subscribe(&audiences[i], atoi(words[0]), words[1], words[4 + i], words[3]);
    }
    for (int round = 0; round < atoi(words[2]); round++) {
        for (int i = 0; i < sockets; i++) {
            announce(i, &audiences[i], round % 2 ? RESUME : SUSPEND);
        }
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc >= 8 && strcmp(argv[1], "pipeline") == 0) {
        return pipeline(argv + 2, argc - 2);
    }
    if (argc >= 7 && strcmp(argv[1], "events") == 0) {
        return events(argv + 2, argc - 2);
    }
    fprintf(stderr, "usage: wire pipeline|events ARGUMENT...; the source says more\n");
    return 2;
}
