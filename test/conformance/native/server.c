/*
 * Loaded before the real xl (--preload, with the pretended host: see host.h), this makes a server of it. xl itself, libxl
 * and libxlutil are Debian's, untouched.
 *
 * A request (see frames.h) is a letter, the eight bytes that memory holds before xl writes to it (see memory.c), and
 * then the bytes of a file:
 *
 *   n  a guest's, for `xl create -n`
 *   b  a guest's, for `xl create`, all stages; the targets of disks are block devices
 *   r  the same; they are regular files
 *   p  a CPU pool's, for `xl cpupool-create -n`
 *   c  xl.conf, read by `xl create -n` of a small guest
 *
 * Each runs in a child process, so that the time to load everything is spent once. The reply: the exit status
 * (-1: killed), the signal, whether xl got to make a domain, and the length of the standard output, four 32-bit numbers;
 * then the standard output and the standard error.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "files.h"
#include "frames.h"
#include "host.h"
#include "memory.h"

/* ---- The server ---- */

typedef int main_fn(int, char **, char **);
typedef int start_fn(main_fn *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

static main_fn *xl_main;

static const char small_guest[] = "name=\"small\"\ntype=\"hvm\"\nvcpus=1\n";

static int run_xl(char what, char **environment)
{
    char *dry_run[] = { "xl", "create", "-n", "-f", "guest.cfg", NULL };
    /* With -d it prints what -n prints, on the standard error, and goes on. */
    char *for_real[] = { "xl", "create", "-d", "-e", "-p", "-f", "guest.cfg", NULL };
    char *pool[] = { "xl", "cpupool-create", "-n", "guest.cfg", NULL };

    switch (what) {
    case 'b':
    case 'r':
        return xl_main(7, for_real, environment);
    case 'p':
        return xl_main(4, pool, environment);
    default:
        return xl_main(5, dry_run, environment);
    }
}

static void empty(int file)
{
    if (ftruncate(file, 0) || lseek(file, 0, SEEK_SET))
        _exit(2);
}

static uint32_t size_of(int file)
{
    struct stat status;

    fstat(file, &status);
    return status.st_size;
}

static void write_content(int file, uint32_t size)
{
    char *bytes = size ? mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0) : NULL;

    if (bytes == MAP_FAILED || !move_all(STDOUT_FILENO, bytes, size, true))
        _exit(0);
    if (size)
        munmap(bytes, size);
}

/* The child's heap is that of its parent, so nothing here allocates memory between two requests. */
static int server(int argc, char **argv, char **environment)
{
    int out = memfd_create("out", MFD_CLOEXEC), error = memfd_create("error", MFD_CLOEXEC);
    int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    uint32_t length;
    char *request;

    no_core_dumps();
    run = mmap(NULL, sizeof(*run), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (run == MAP_FAILED || !create_files())
        return 2;
    while ((request = read_frame(&length)) && length) {
        bool is_global = *request == 'c';
        const char *file = request + 1 + PATTERN_SIZE;
        size_t size = length - 1 - PATTERN_SIZE;
        int32_t head[5];
        int status;
        pid_t child;

        empty(out);
        empty(error);
        *run = (struct run){ 0 };
        target = *request == 'r' ? REGULAR_FILE : BLOCK_DEVICE;
        if (is_global ? !fill_files(small_guest, strlen(small_guest), file, size) : !fill_files(file, size, "", 0))
            return 2;
        child = fork();
        if (child < 0)
            return 2;
        if (!child) {
            dup2(nothing, STDIN_FILENO);
            dup2(out, STDOUT_FILENO);
            dup2(error, STDERR_FILENO);
            start_timer();
            fill_unwritten_memory(request + 1);
            exit(run_xl(*request, environment));
        }
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            ;
        head[1] = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        head[2] = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        head[3] = run->is_made;
        head[4] = size_of(out);
        head[0] = sizeof(head) - sizeof(*head) + head[4] + size_of(error);
        if (!move_all(STDOUT_FILENO, head, sizeof(head), true))
            return 0;
        write_content(out, head[4]);
        write_content(error, size_of(error));
    }
    return 0;
}

/* Called by xl's own first instructions, with its main(). */
int __libc_start_main(main_fn *real_main, int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*at_exit)(void), void *stack_end)
{
    start_fn *start = (start_fn *)dlsym(RTLD_NEXT, "__libc_start_main");

    xl_main = real_main;
    unsetenv("LD_PRELOAD");
    return start(server, argc, argv, init, fini, at_exit, stack_end);
}
