/* transfer up|down FILE PATH URI: sends FILE to the volume at PATH, or fetches it, with the C client library.
 *
 * Prints the duration in ns, from the new stream until it is finished.
 */
#include <fcntl.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int from_file(virStreamPtr stream, char *data, size_t length, void *file)
{
    (void)stream;
    return read(*(int *)file, data, length);
}

static int to_file(virStreamPtr stream, const char *data, size_t length, void *file)
{
    (void)stream;
    return write(*(int *)file, data, length);
}

static int transfer(int up, virStorageVolPtr volume, virStreamPtr stream, int file)
{
    if (up) {
        return virStorageVolUpload(volume, stream, 0, 0, 0) < 0 || virStreamSendAll(stream, from_file, &file) < 0;
    }
    return virStorageVolDownload(volume, stream, 0, 0, 0) < 0 || virStreamRecvAll(stream, to_file, &file) < 0;
}

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fprintf(stderr, "usage: transfer up|down FILE PATH URI\n");
        return 2;
    }
    int up = strcmp(argv[1], "up") == 0;
    int file = up ? open(argv[2], O_RDONLY) : open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);
    virConnectPtr connection = virConnectOpen(argv[4]);
    virStorageVolPtr volume = connection ? virStorageVolLookupByPath(connection, argv[3]) : NULL;
    if (file < 0 || !volume) {
        return 1;
    }
    long long start = now();
    virStreamPtr stream = virStreamNew(connection, 0);
    if (transfer(up, volume, stream, file) || virStreamFinish(stream) < 0) {
        return 1;
    }
    printf("%lld\n", now() - start);
    return 0;
}
