/* calls MODE ARGUMENT...: the C client library under load; the other half of bin/bench.
 *
 *   calls rate CALL CLIENTS THREADS SLICES MILLISECONDS URI...
 *       THREADS threads on each of CLIENTS connections make one call after another. Slices of time go to the URIs in turn.
 *       A line for each slice: index of the URI, number of calls, p50 and p99 of their duration in ns.
 *   calls series CALL COUNT URI
 *       One call after another on one connection. A line for each as soon as it ends: duration in ns.
 *   calls cycle DOMAIN COUNT URI...
 *       Starts and destroys a defined domain on each URI in turn. A line for each time: index of the URI, start in ns, destroy
 *       in ns.
 *   calls turns CALL THREADS URI
 *       THREADS threads on one connection. Prints "ready", then reads milliseconds, a line each: calls for so long and prints
 *       the number of calls. The clients in other languages do the same.
 *   calls idle COUNT URI
 *       Opens connections and prints "ready"; keeps them until its standard input ends.
 *   calls stuck DOMAIN COUNT URI
 *       COUNT threads, each with a connection of its own, suspend one domain again and again. Prints "ready" when all of
 *       them are about to call; goes on until its standard input ends.
 *
 * CALL is one of: version, lookup:DOMAIN, xml:DOMAIN, list (all domains), open (a connection opened and closed).
 */
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum kind { VERSION, LOOKUP, XML, LIST, OPEN };

struct call {
    enum kind kind;
    const char *domain;
};

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void fail(const char *what)
{
    const virError *error = virGetLastError();
    fprintf(stderr, "calls: %s: %s\n", what, error && error->message ? error->message : "no error");
    exit(1);
}

static void quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

static virConnectPtr open_uri(const char *uri)
{
    virConnectPtr connection = virConnectOpen(uri);
    if (!connection) {
        fail(uri);
    }
    return connection;
}

static virDomainPtr domain_of(virConnectPtr connection, const char *name)
{
    virDomainPtr domain = virDomainLookupByName(connection, name);
    if (!domain) {
        fail(name);
    }
    return domain;
}

static struct call parse_call(const char *text)
{
    if (strcmp(text, "version") == 0) {
        return (struct call){VERSION, NULL};
    }
    if (strcmp(text, "list") == 0) {
        return (struct call){LIST, NULL};
    }
    if (strcmp(text, "open") == 0) {
        return (struct call){OPEN, NULL};
    }
    if (strncmp(text, "lookup:", 7) == 0) {
        return (struct call){LOOKUP, text + 7};
    }
    if (strncmp(text, "xml:", 4) == 0) {
        return (struct call){XML, text + 4};
    }
    fprintf(stderr, "calls: unknown call %s\n", text);
    exit(2);
}

/* What a thread calls on: the domain is looked up before the clock runs. */
struct target {
    const char *uri;
    virConnectPtr connection;
    virDomainPtr domain;
};

static struct target target_of(struct call call, const char *uri, virConnectPtr connection)
{
    return (struct target){uri, connection, call.kind == XML ? domain_of(connection, call.domain) : NULL};
}

static void list(virConnectPtr connection)
{
    virDomainPtr *domains;
    int count = virConnectListAllDomains(connection, &domains, 0);
    if (count < 0) {
        fail("virConnectListAllDomains");
    }
    for (int i = 0; i < count; i++) {
        virDomainFree(domains[i]);
    }
    free(domains);
}

static void perform(struct call call, const struct target *target)
{
    unsigned long version;
    char *xml;

    switch (call.kind) {
    case VERSION:
        if (virConnectGetLibVersion(target->connection, &version) < 0) {
            fail("virConnectGetLibVersion");
        }
        break;
    case LOOKUP:
        virDomainFree(domain_of(target->connection, call.domain));
        break;
    case XML:
        xml = virDomainGetXMLDesc(target->domain, 0);
        if (!xml) {
            fail("virDomainGetXMLDesc");
        }
        free(xml);
        break;
    case LIST:
        list(target->connection);
        break;
    case OPEN:
        virConnectClose(open_uri(target->uri));
        break;
    }
}

/* rate */

struct load {
    struct call call;
    int threads;
    int slices;
    long long length;
    int uris;
    pthread_barrier_t barrier;
};

struct caller {
    struct load *load;
    pthread_t thread;
    struct target *targets; /* one for each URI */
    int count;
    int room;
    long long *durations;
};

static void record(struct caller *caller, long long duration)
{
    if (caller->count == caller->room) {
        caller->room = caller->room ? caller->room * 2 : 4096;
        caller->durations = realloc(caller->durations, caller->room * sizeof(long long));
        if (!caller->durations) {
            fail("out of memory");
        }
    }
    caller->durations[caller->count++] = duration;
}

static void *call_in_slices(void *data)
{
    struct caller *caller = data;
    struct load *load = caller->load;

    for (int slice = 0; slice < load->slices * load->uris; slice++) {
        const struct target *target = &caller->targets[slice % load->uris];
        caller->count = 0;
        pthread_barrier_wait(&load->barrier);
        long long start = now();
        long long end = start + load->length;
        while (start < end) {
            perform(load->call, target);
            long long after = now();
            record(caller, after - start);
            start = after;
        }
        pthread_barrier_wait(&load->barrier); /* the slice is over */
        pthread_barrier_wait(&load->barrier); /* its line is written */
    }
    return NULL;
}

static int by_size(const void *a, const void *b)
{
    long long x = *(const long long *)a;
    long long y = *(const long long *)b;
    return (x > y) - (x < y);
}

static void print_slice(int uri, const struct caller *callers, int threads)
{
    int count = 0;
    for (int i = 0; i < threads; i++) {
        count += callers[i].count;
    }
    long long *all = malloc(count * sizeof(long long));
    int at = 0;
    for (int i = 0; i < threads; i++) {
        memcpy(all + at, callers[i].durations, callers[i].count * sizeof(long long));
        at += callers[i].count;
    }
    qsort(all, count, sizeof(long long), by_size);
    printf("%d\t%d\t%lld\t%lld\n", uri, count, all[count / 2], all[(long long)count * 99 / 100]);
    fflush(stdout);
    free(all);
}

static int rate(char **words, int count)
{
    struct load load = {.call = parse_call(words[0]), .slices = atoi(words[3]), .uris = count - 5};
    int clients = atoi(words[1]);
    int each = atoi(words[2]);
    char **uris = words + 5;
    load.threads = clients * each;
    load.length = atoll(words[4]) * 1000000LL;
    pthread_barrier_init(&load.barrier, NULL, load.threads + 1);
    struct caller *callers = calloc(load.threads, sizeof(*callers));

    for (int i = 0; i < load.threads; i++) {
        callers[i].load = &load;
        callers[i].targets = calloc(load.uris, sizeof(struct target));
        for (int u = 0; u < load.uris; u++) {
            virConnectPtr connection = i % each ? callers[i - 1].targets[u].connection : open_uri(uris[u]);
            callers[i].targets[u] = target_of(load.call, uris[u], connection);
        }
    }
    for (int i = 0; i < load.threads; i++) {
        pthread_create(&callers[i].thread, NULL, call_in_slices, &callers[i]);
    }
    for (int slice = 0; slice < load.slices * load.uris; slice++) {
        pthread_barrier_wait(&load.barrier);
        pthread_barrier_wait(&load.barrier);
        print_slice(slice % load.uris, callers, load.threads);
        pthread_barrier_wait(&load.barrier);
    }
    return 0;
}

/* turns */

struct team {
    struct call call;
    struct target target;
    pthread_barrier_t barrier;
    long long end;
    atomic_long calls;
};

static void *call_in_turns(void *data)
{
    struct team *team = data;
    for (;;) {
        pthread_barrier_wait(&team->barrier);
        long count = 0;
        while (now() < team->end) {
            perform(team->call, &team->target);
            count++;
        }
        atomic_fetch_add(&team->calls, count);
        pthread_barrier_wait(&team->barrier);
    }
    return NULL;
}

static int turns(char **words)
{
    struct team team = {.call = parse_call(words[0])};
    int threads = atoi(words[1]);
    long long milliseconds;

    team.target = target_of(team.call, words[2], open_uri(words[2]));
    pthread_barrier_init(&team.barrier, NULL, threads + 1);
    for (int i = 0; i < threads; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, call_in_turns, &team) != 0) {
            fail("pthread_create");
        }
    }
    printf("ready\n");
    fflush(stdout);
    while (scanf("%lld", &milliseconds) == 1) {
        team.end = now() + milliseconds * 1000000LL;
        atomic_store(&team.calls, 0);
        pthread_barrier_wait(&team.barrier);
        pthread_barrier_wait(&team.barrier);
        printf("%ld\n", atomic_load(&team.calls));
        fflush(stdout);
    }
    _exit(0); /* the threads wait for their next turn */
}

/* series */

static int series(char **words)
{
    struct call call = parse_call(words[0]);
    int count = atoi(words[1]);
    struct target target = target_of(call, words[2], open_uri(words[2]));
    for (int i = 0; i < count; i++) {
        long long start = now();
        perform(call, &target);
        printf("%lld\n", now() - start);
        fflush(stdout);
    }
    return 0;
}

/* cycle */

static int cycle(char **words, int count)
{
    int uris = count - 2;
    virDomainPtr *domains = calloc(uris, sizeof(*domains));
    for (int u = 0; u < uris; u++) {
        domains[u] = domain_of(open_uri(words[u + 2]), words[0]);
    }
    for (int i = 0; i < atoi(words[1]); i++) {
        for (int u = 0; u < uris; u++) {
            long long start = now();
            if (virDomainCreate(domains[u]) < 0) {
                fail("virDomainCreate");
            }
            long long started = now();
            if (virDomainDestroy(domains[u]) < 0) {
                fail("virDomainDestroy");
            }
            printf("%d\t%lld\t%lld\n", u, started - start, now() - started);
            fflush(stdout);
        }
    }
    return 0;
}

/* idle and stuck */

static void wait_for_end_of_input(void)
{
    char byte;
    while (read(0, &byte, 1) > 0) {
    }
}

static int idle(char **words)
{
    for (int i = 0; i < atoi(words[0]); i++) {
        open_uri(words[1]);
    }
    printf("ready\n");
    fflush(stdout);
    wait_for_end_of_input();
    return 0;
}

static atomic_int about_to_call;

static void *suspend_again_and_again(void *data)
{
    virDomainPtr domain = data;
    atomic_fetch_add(&about_to_call, 1);
    for (;;) {
        if (virDomainSuspend(domain) < 0 && !virConnectIsAlive(virDomainGetConnect(domain))) {
            return NULL;
        }
    }
}

static int stuck(char **words)
{
    int count = atoi(words[1]);
    for (int i = 0; i < count; i++) {
        pthread_t thread;
        virDomainPtr domain = domain_of(open_uri(words[2]), words[0]);
        if (pthread_create(&thread, NULL, suspend_again_and_again, domain) != 0) {
            fail("pthread_create");
        }
    }
    while (atomic_load(&about_to_call) < count) {
        usleep(1000);
    }
    printf("ready\n");
    fflush(stdout);
    wait_for_end_of_input();
    _exit(0); /* the calls that are stuck are not waited for */
}

int main(int argc, char **argv)
{
    virInitialize();
    virSetErrorFunc(NULL, quiet);
    if (argc >= 8 && strcmp(argv[1], "rate") == 0) {
        return rate(argv + 2, argc - 2);
    }
    if (argc == 5 && strcmp(argv[1], "series") == 0) {
        return series(argv + 2);
    }
    if (argc >= 5 && strcmp(argv[1], "cycle") == 0) {
        return cycle(argv + 2, argc - 2);
    }
    if (argc == 5 && strcmp(argv[1], "turns") == 0) {
        return turns(argv + 2);
    }
    if (argc == 4 && strcmp(argv[1], "idle") == 0) {
        return idle(argv + 2);
    }
    if (argc == 5 && strcmp(argv[1], "stuck") == 0) {
        return stuck(argv + 2);
    }
    fprintf(stderr, "usage: calls rate|series|cycle|turns|idle|stuck ARGUMENT...; the source says more\n");
    return 2;
}
