/*
 * Loaded before the real xl (LD_PRELOAD, with host.c), this makes a server of it. xl itself, libxl and libxlutil are
 * the installed ones, untouched.
 *
 * A request (see frames.h) is a letter, the eight bytes that memory holds before xl writes to it (see memory.c), and
 * then the bytes of a file:
 *
 *   n  a guest's, for `xl create -n`
 *   d  a guest's, for `xl create` up to where libxl would make the domain
 *   p  a CPU pool's, for `xl cpupool-create -n`
 *   c  xl.conf, read by `xl create -n` of a small guest
 *
 * Each runs in a child process, so that the time to load everything is spent once. The reply: the exit status
 * (-1: killed), the signal and the length of the standard output, three 32-bit numbers; then the standard output and the
 * standard error.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "frames.h"
#include "memory.h"

/* ---- Files: the guest's is a piece of memory, and the host's own xl.conf is not looked at ---- */

static int guest_file, global_file;

static FILE *open_file(const char *function, const char *path, const char *mode)
{
    FILE *(*real)(const char *, const char *) = dlsym(RTLD_NEXT, function);
    int pretended = strcmp(path, "guest.cfg") ? strcmp(path, "/etc/xen/xl.conf") ? -1 : global_file : guest_file;

    return pretended < 0 ? real(path, mode) : fdopen(dup(pretended), mode);
}

/* QEMU is installed: without it libxl would take a guest's device model for the traditional one. */
int access(const char *path, int mode)
{
    int (*real)(const char *, int) = (int (*)(const char *, int))dlsym(RTLD_NEXT, "access");

    return strstr(path, "/qemu-system-") ? 0 : real(path, mode);
}

FILE *fopen(const char *path, const char *mode)
{
    return open_file("fopen", path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    return open_file("fopen64", path, mode);
}

/* ---- The server ---- */

typedef int main_fn(int, char **, char **);
typedef int start_fn(main_fn *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

static main_fn *xl_main;

static const char small_guest[] = "name=\"small\"\ntype=\"hvm\"\nvcpus=1\n";

static int run_xl(char what, char **environment)
{
    char *dry_run[] = { "xl", "create", "-n", "-f", "guest.cfg", NULL };
    char *for_real[] = { "xl", "create", "-e", "-p", "-f", "guest.cfg", NULL };
    char *pool[] = { "xl", "cpupool-create", "-n", "guest.cfg", NULL };

    switch (what) {
    case 'd':
        return xl_main(6, for_real, environment);
    case 'p':
        return xl_main(4, pool, environment);
    default:
        return xl_main(5, dry_run, environment);
    }
}

/* What `file` is to hold for the child. */
static bool fill(int file, const void *bytes, size_t count)
{
    if (ftruncate(file, 0) || lseek(file, 0, SEEK_SET))
        return false;
    return move_all(file, (void *)bytes, count, true) && !lseek(file, 0, SEEK_SET);
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
    guest_file = memfd_create("guest", MFD_CLOEXEC);
    global_file = memfd_create("global", MFD_CLOEXEC);
    while ((request = read_frame(&length)) && length) {
        bool is_global = *request == 'c';
        const char *file = request + 1 + PATTERN_SIZE;
        size_t size = length - 1 - PATTERN_SIZE;
        int32_t head[4];
        int status;
        pid_t child;

        empty(out);
        empty(error);
        if (!fill(is_global ? global_file : guest_file, file, size) ||
            !fill(is_global ? guest_file : global_file, small_guest, is_global ? strlen(small_guest) : 0))
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
        head[3] = size_of(out);
        head[0] = sizeof(head) - sizeof(*head) + head[3] + size_of(error);
        if (!move_all(STDOUT_FILENO, head, sizeof(head), true))
            return 0;
        write_content(out, head[3]);
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
