/*
 * Puts vdev names and disks to functions inside libxl that the shared library does not give out, so this one is linked
 * with the static libraries. Xen and the files of the host are pretended: see below.
 *
 *   lightAsk vdev     a name of a virtual disk: {"devid","disk","partition"}, devid -1 where libxl refuses it
 *   lightAsk attach   a guest type, a kind of target and a spec, a blank between them ("hvm file phy:/dev/x,xvda,w"):
 *                     what libxl does with the disk when it makes the guest, {"verdict","messages","backend"}
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <libxl.h>
#include <libxlutil.h>
#include <sys/stat.h>
#include <xenctrl.h>
#include <xenstore.h>

#include "frames.h"

#define GUEST 7
#define BACKEND 3

/* ---- The pretended host: a guest, a backend domain of the name asked for, and one kind of target ---- */

static const char *guest_type, *target_kind, *backend_name;
static char handle[64];

xc_interface *xc_interface_open(xentoollog_logger *a, xentoollog_logger *b, unsigned flags)
{
    return (xc_interface *)handle;
}

int xc_interface_close(xc_interface *xch)
{
    return 0;
}

struct xs_handle *xs_open(unsigned long flags)
{
    return (struct xs_handle *)handle;
}

#if RELEASE < 415
struct xs_handle *xs_daemon_open(void)
{
    return (struct xs_handle *)handle;
}

void xs_daemon_close(struct xs_handle *xsh)
{
}
#endif

void xs_close(struct xs_handle *xsh)
{
}

/* Asked for one domain by libxl when it wants a guest's type, for many when it looks for a name. */
int xc_domain_getinfolist(xc_interface *xch, uint32_t first, unsigned int max, xc_domaininfo_t *info)
{
    memset(info, 0, sizeof(*info));
    info->domain = max == 1 ? first : backend_name && !strcmp(backend_name, "Domain-0") ? 0 : BACKEND;
    info->flags = strcmp(guest_type, "pv") ? XEN_DOMINF_hvm_guest : 0;
    return first <= info->domain;
}

#if RELEASE >= 420
int xc_domain_getinfo_single(xc_interface *xch, uint32_t domain, xc_domaininfo_t *info)
{
    xc_domaininfo_t unused;

    return xc_domain_getinfolist(xch, domain, 1, info ? info : &unused) == 1 ? 0 : -1;
}
#endif

int xc_flask_sid_to_context(xc_interface *xch, int sid, char *text, uint32_t size)
{
    errno = ENOSYS;
    return -1;
}

void *xs_read(struct xs_handle *xsh, xs_transaction_t t, const char *path, unsigned int *length)
{
    const char *value = strstr(path, "/type") ? guest_type : strstr(path, "/name") ? backend_name : NULL;

    if (!value) {
        errno = ENOENT;
        return NULL;
    }
    if (length)
        *length = strlen(value);
    return strdup(value);
}

char *xs_get_domain_path(struct xs_handle *xsh, unsigned int domid)
{
    char *path;

    return asprintf(&path, "/local/domain/%u", domid) < 0 ? NULL : path;
}

/* Under a name of its own here, for the header says that stat() takes no NULL, and libxl does pass one. */
int pretended_stat(const char *path, struct stat *status) __asm__("stat");
int pretended_stat(const char *path, struct stat *status)
{
    memset(status, 0, sizeof(*status));
    status->st_mode = strcmp(target_kind, "block") ? S_IFREG : S_IFBLK;
    if (path && *path && strcmp(target_kind, "absent"))
        return 0;
    errno = path ? ENOENT : EFAULT;
    return -1;
}

#if RELEASE < 417
/* The C library's stat() of old. */
int pretended_xstat(int version, const char *path, struct stat *status) __asm__("__xstat");
int pretended_xstat(int version, const char *path, struct stat *status)
{
    return pretended_stat(path, status);
}
#endif

/* Since 4.19 libxl makes an empty file for an empty CD-ROM drive. */
int creat(const char *path, mode_t mode)
{
    return memfd_create("empty", MFD_CLOEXEC);
}

/* ---- The inside of libxl, alike in these releases: only the beginnings of these structures are needed ---- */

typedef struct {
    int alloc_maxsize;
    void **alloc_ptrs;
    libxl_ctx *owner;
} libxl__gc;

struct libxl__device_type {
    int type, skip_attach, ptr_offset, num_offset, dev_elem_size;
    void (*add)(void);
    int (*set_default)(libxl__gc *gc, uint32_t domid, void *device, bool hotplug);
    int (*to_device)(libxl__gc *gc, uint32_t domid, void *device, void *generic);
};

extern const struct libxl__device_type libxl__disk_devtype;
int libxl__device_disk_dev_number(const char *name, int *disk, int *partition);
void libxl__free_all(libxl__gc *gc);

/* ---- Answers ---- */

static void answer_vdev(const char *name, uint32_t length, FILE *to)
{
    int disk = -1, partition = -1;
    int devid = libxl__device_disk_dev_number(name, NULL, NULL);

    (void)length;
    if (devid != -1)
        libxl__device_disk_dev_number(name, &disk, &partition);
    fprintf(to, "{\"devid\":%d,\"disk\":%d,\"partition\":%d}", devid, disk, partition);
}

/* A logger that writes libxl's errors to a file of our own. */
struct logger {
    xentoollog_logger vtable;
    FILE *file;
};

static void log_message(xentoollog_logger *self, xentoollog_level level, int errnoval, const char *context,
                        const char *format, va_list values)
{
    struct logger *logger = (struct logger *)self;

    if (level < XTL_WARN)
        return;
    vfprintf(logger->file, format, values);
    putc('\n', logger->file);
}

static void log_progress(xentoollog_logger *self, const char *context, const char *what, int percent,
                         unsigned long done, unsigned long total)
{
}

static void log_destroy(xentoollog_logger *self)
{
}

/* As libxl attaches a disk while it makes a guest: fills in the defaults, then finds the number of the device. */
static void attach(struct logger *logger, libxl_device_disk *disk, FILE *to)
{
    /* Space for a libxl__device, which is smaller. */
    char device[256];
    libxl__gc gc = { 0, NULL, NULL };
    libxl_ctx *ctx;
    int error;

    backend_name = disk->backend_domname;
    libxl_ctx_alloc(&ctx, LIBXL_VERSION, 0, &logger->vtable);
    gc.owner = ctx;
    error = libxl__disk_devtype.set_default(&gc, GUEST, disk, false);
    if (!error)
        error = libxl__disk_devtype.to_device(&gc, GUEST, disk, device);
    libxl__free_all(&gc);
    libxl_ctx_free(ctx);
    fprintf(to, "{\"verdict\":\"%s\",\"backend\":\"%s\"", error ? "reject" : "accept",
            libxl_disk_backend_to_string(disk->backend));
}

static void answer_attach(const char *request, uint32_t length, FILE *to)
{
    char *words = strdup(request), *rest = words, *messages;
    size_t size;
    struct logger logger = { { log_message, log_progress, log_destroy },
                             open_memstream(&messages, &size) };
    XLU_Config *config = xlu_cfg_init(logger.file, "spec");
    libxl_device_disk disk;
    const char *spec;

    (void)length;
    guest_type = strsep(&rest, " ");
    target_kind = strsep(&rest, " ");
    spec = rest ? rest : "";
    libxl_device_disk_init(&disk);
    if (xlu_disk_parse(config, 1, &spec, &disk))
        fputs("{\"verdict\":\"syntax\"", to);
    else
        attach(&logger, &disk, to);
    fflush(logger.file);
    json_messages(to, messages);
    putc('}', to);
    libxl_device_disk_dispose(&disk);
    xlu_cfg_destroy(config);
    fclose(logger.file);
    free(messages);
    free(words);
}

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "vdev"))
        return serve(answer_vdev);
    if (argc == 2 && !strcmp(argv[1], "attach"))
        return serve(answer_attach);
    fprintf(stderr, "usage: %s vdev|attach\n", argv[0]);
    return 2;
}
