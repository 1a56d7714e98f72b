/*
 * Files, sockets and processes of the host.
 *
 * `guest.cfg` and xl.conf are pieces of memory. Once a domain is made, every file that a guest could name is there, whatever
 * this machine has at its path: the targets of disks are all block devices or all regular files, firmware and the like can
 * be read. Locks and logs of libxl are pieces of memory too, so that nothing is left behind, and nothing is removed. Scripts
 * succeed at once. Nobody answers on a socket.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "frames.h"
#include "host.h"

#define REAL(function) ((__typeof__(&function))dlsym(RTLD_NEXT, #function))

/* ---- The files that are read ---- */

static int guest_file, global_file, any_file, lock_file;

/* What is in any file that a guest names. On Arm it is the smallest device tree that libxl takes for `device_tree`. */
#ifdef __aarch64__
static const unsigned char content[] = {
    0xd0, 0x0d, 0xfe, 0xed, 0, 0, 0, 92, 0, 0, 0, 56, 0, 0, 0, 92, 0, 0, 0, 40, /* header: sizes, offsets */
    0, 0, 0, 17, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 36,             /* versions, sizes */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,                            /* no reserved memory */
    0, 0, 0, 1, 0, 0, 0, 0,                                                   /* / */
    0, 0, 0, 1, 'p', 'a', 's', 's', 't', 'h', 'r', 'o', 'u', 'g', 'h', 0,      /* /passthrough */
    0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 9,
};
#else
static const unsigned char content[] = { 'p', 'r', 'e', 't', 'e', 'n', 'd', 'e', 'd', '\n' };
#endif

static bool fill(int file, const void *bytes, size_t count)
{
    if (ftruncate(file, 0) || lseek(file, 0, SEEK_SET))
        return false;
    return move_all(file, (void *)bytes, count, true) && !lseek(file, 0, SEEK_SET);
}

bool create_files(void)
{
    guest_file = memfd_create("guest", MFD_CLOEXEC);
    global_file = memfd_create("global", MFD_CLOEXEC);
    any_file = memfd_create("any", MFD_CLOEXEC);
    lock_file = memfd_create("lock", MFD_CLOEXEC);
    return fill(any_file, content, sizeof(content));
}

bool fill_files(const void *guest, size_t guest_size, const void *global, size_t global_size)
{
    return fill(guest_file, guest, guest_size) && fill(global_file, global, global_size);
}

/* ---- Paths ---- */

static bool starts_with(const char *path, const char *start)
{
    return !strncmp(path, start, strlen(start));
}

/* PCI devices of any address are there: see names.c. */
static bool is_of_pci(const char *path)
{
    return is_domain_made() && path && starts_with(path, "/sys/bus/pci/");
}

/* What else the kernel and running programs keep there is the host's. */
static bool is_of_host(const char *path)
{
    return starts_with(path, "/proc/") || starts_with(path, "/sys/") || starts_with(path, "/var/log/") ||
           starts_with(path, "/var/run/") || starts_with(path, "/run/");
}

static bool can_be_named(const char *path)
{
    return is_domain_made() && path && *path && !is_of_host(path);
}

bool is_of_directory(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

    return !*name || !strcmp(name, ".") || !strcmp(name, "..");
}

/* ---- Opening ---- */

static int dup_rewound(int file)
{
    return lseek(file, 0, SEEK_SET) ? -1 : dup(file);
}

/* libxl's own lock of a domain. */
static bool is_lock(const char *path)
{
    return is_domain_made() && path && strstr(path, "/userdata-");
}

/* The descriptor of a pretended file, or -1. */
static int open_pretended(const char *path, bool is_written)
{
    /* What libxl keeps of a domain after all is done: the end of the making. */
    if (is_lock(path) && strstr(path, "domain-userdata-lock"))
        end_as_accepted();
    if (is_lock(path))
        return dup(lock_file);
    if (is_of_pci(path) && !is_written)
        return dup_rewound(any_file);
    return is_domain_made() && path && is_written && is_of_host(path) ? memfd_create("log", MFD_CLOEXEC) : -1;
}

static int open_file(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode)
{
    bool is_written = (flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT;
    int file = open_pretended(path, is_written);

    if (file < 0)
        file = real(path, flags, mode);
    if (file < 0 && errno == ENOENT && !is_written && can_be_named(path))
        file = dup_rewound(any_file);
    return file;
}

#define OPEN_FUNCTION(function)                                                      \
    int function(const char *path, int flags, ...)                                   \
    {                                                                                \
        mode_t mode = 0;                                                             \
        va_list more;                                                                \
                                                                                     \
        va_start(more, flags);                                                       \
        if (flags & (O_CREAT | O_TMPFILE))                                           \
            mode = va_arg(more, mode_t);                                             \
        va_end(more);                                                                \
        return open_file(REAL(function), path, flags, mode);                         \
    }

OPEN_FUNCTION(open)
OPEN_FUNCTION(open64)

#define CREATE_FUNCTION(function)                                                    \
    int function(const char *path, mode_t mode)                                      \
    {                                                                                \
        return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);                       \
    }

CREATE_FUNCTION(creat)
CREATE_FUNCTION(creat64)

static FILE *open_stream(FILE *(*real)(const char *, const char *), const char *path, const char *mode)
{
    int file;

    if (!strcmp(path, "guest.cfg"))
        return fdopen(dup(guest_file), mode);
    if (!strcmp(path, "/etc/xen/xl.conf"))
        return fdopen(dup(global_file), mode);
    file = open_pretended(path, *mode != 'r');
    if (file < 0 && *mode == 'r' && can_be_named(path))
        file = is_of_directory(path) ? REAL(open)("/", O_RDONLY | O_DIRECTORY) : dup_rewound(any_file);
    return file < 0 ? real(path, mode) : fdopen(file, mode);
}

FILE *fopen(const char *path, const char *mode)
{
    return open_stream(REAL(fopen), path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    return open_stream(REAL(fopen64), path, mode);
}

/* ---- What is there ---- */

/* Names of their own here: the headers say that these functions take no NULL, and libxl does pass one. */

static int status_of(const char *path, struct stat *status, int result)
{
    /* A lock that is held has to be the file of its name. */
    if (is_lock(path))
        return fstat(lock_file, status);
    if (!can_be_named(path) && !is_of_pci(path))
        return result;
    memset(status, 0, sizeof(*status));
    status->st_mode = (target == BLOCK_DEVICE ? S_IFBLK : S_IFREG) | 0600;
    status->st_rdev = 0x801;
    status->st_size = 1 << 20;
    return 0;
}

int pretended_stat(const char *path, struct stat *status) __asm__("stat");
int pretended_stat(const char *path, struct stat *status)
{
    int (*real)(const char *, struct stat *) = (int (*)(const char *, struct stat *))dlsym(RTLD_NEXT, "stat");

    return status_of(path, status, real(path, status));
}

int pretended_lstat(const char *path, struct stat *status) __asm__("lstat");
int pretended_lstat(const char *path, struct stat *status)
{
    int (*real)(const char *, struct stat *) = (int (*)(const char *, struct stat *))dlsym(RTLD_NEXT, "lstat");

    return is_of_pci(path) ? status_of(path, status, -1) : real(path, status);
}

#if RELEASE < 417
/* The C library's stat() and lstat() of old. */
int pretended_xstat(int version, const char *path, struct stat *status) __asm__("__xstat");
int pretended_xstat(int version, const char *path, struct stat *status)
{
    int (*real)(int, const char *, struct stat *) =
        (int (*)(int, const char *, struct stat *))dlsym(RTLD_NEXT, "__xstat");

    return status_of(path, status, real(version, path, status));
}

int pretended_lxstat(int version, const char *path, struct stat *status) __asm__("__lxstat");
int pretended_lxstat(int version, const char *path, struct stat *status)
{
    int (*real)(int, const char *, struct stat *) =
        (int (*)(int, const char *, struct stat *))dlsym(RTLD_NEXT, "__lxstat");

    return is_of_pci(path) ? status_of(path, status, -1) : real(version, path, status);
}
#endif

/*
 * QEMU is installed, and so is whatever a guest names as its device model. libxl asks whether a file can be executed of
 * nothing else: libxl__domain_build_info_setdefault, before a domain is made, takes the traditional QEMU where the other is
 * missing; libxl__spawn_local_dm and spawn_qmp_proxy ask once more before they start a program.
 */
static bool is_program(const char *path, int mode)
{
    return path && *path && mode == X_OK;
}

int pretended_access(const char *path, int mode) __asm__("access");
int pretended_access(const char *path, int mode)
{
    int (*real)(const char *, int) = (int (*)(const char *, int))dlsym(RTLD_NEXT, "access");

    return can_be_named(path) || is_of_pci(path) || is_program(path, mode) ? 0 : real(path, mode);
}

/* ---- Folders, sockets, processes ---- */

int mkdir(const char *path, mode_t mode)
{
    if (!is_domain_made())
        return REAL(mkdir)(path, mode);
    /* A bootloader would be started next. */
    if (strstr(path, "/bootloader."))
        end_as_accepted();
    return 0;
}

int rmdir(const char *path)
{
    return is_domain_made() ? 0 : REAL(rmdir)(path);
}

int unlink(const char *path)
{
    return is_domain_made() ? 0 : REAL(unlink)(path);
}

int rename(const char *from, const char *to)
{
    return is_domain_made() ? 0 : REAL(rename)(from, to);
}

int bind(int socket, const struct sockaddr *address, socklen_t size)
{
    return is_domain_made() ? 0 : REAL(bind)(socket, address, size);
}

int listen(int socket, int backlog)
{
    return is_domain_made() ? 0 : REAL(listen)(socket, backlog);
}

/* 4.20 asks QEMU for its options before it starts it, and goes on without an answer. */
int connect(int socket, const struct sockaddr *address, socklen_t size)
{
    if (!is_domain_made())
        return REAL(connect)(socket, address, size);
    errno = ECONNREFUSED;
    return -1;
}

/* Scripts, and QEMU where it is asked for its options. */
pid_t fork(void)
{
    pid_t child = REAL(fork)();

    if (!child && is_domain_made())
        _exit(0);
    return child;
}
