/*
 * Answers in the place of Xen (libxenctrl and libxenstore), so that xl parses and checks guests on a machine without it.
 * The pretended host has 64 CPUs in two nodes, 128 GiB, and runs PV, HVM and PVH guests. What else xl asks ends it
 * with status NOT_PRETENDED, which is no verdict of xl's; the stubs for that are generated: see the Makefile.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xenctrl.h>
#include <xenstore.h>

/* Exit statuses that xl itself does not have. The reader of the replies knows them too. */
enum { NOT_PRETENDED = 120, REACHED_DOMAIN = 121 };
enum { CPUS = 64, NODES = 2, NODE_BITS = 64, PAGES = 128 << 18, CREDIT2 = 6 };

static char handle[64];

void __attribute__((noreturn)) not_pretended(const char *function)
{
    fprintf(stderr, "not pretended: %s\n", function);
    fflush(stdout);
    _exit(NOT_PRETENDED);
}

/* ---- libxenctrl ---- */

xc_interface *xc_interface_open(xentoollog_logger *a, xentoollog_logger *b, unsigned flags)
{
    return (xc_interface *)handle;
}

int xc_interface_close(xc_interface *xch)
{
    return 0;
}

int xc_physinfo(xc_interface *xch, xc_physinfo_t *info)
{
    memset(info, 0, sizeof(*info));
    info->nr_cpus = CPUS;
    info->max_cpu_id = CPUS - 1;
    info->nr_nodes = NODES;
    info->max_node_id = NODE_BITS - 1;
    info->threads_per_core = 1;
    info->cores_per_socket = CPUS / NODES;
    info->total_pages = info->free_pages = info->max_mfn = PAGES;
    info->capabilities = XEN_SYSCTL_PHYSCAP_hvm | XEN_SYSCTL_PHYSCAP_pv | XEN_SYSCTL_PHYSCAP_directio |
                         XEN_SYSCTL_PHYSCAP_hap | XEN_SYSCTL_PHYSCAP_shadow |
                         XEN_SYSCTL_PHYSCAP_iommu_hap_pt_share | XEN_SYSCTL_PHYSCAP_vmtrace |
                         XEN_SYSCTL_PHYSCAP_vpmu | XEN_SYSCTL_PHYSCAP_gnttab_v1 | XEN_SYSCTL_PHYSCAP_gnttab_v2;
    return 0;
}

int xc_version(xc_interface *xch, int what, void *to)
{
    xen_compile_info_t *compile = to;

    switch (what) {
    case XENVER_version:
        return 4 << 16 | 17;
    case XENVER_pagesize:
        return 4096;
    case XENVER_extraversion:
    case XENVER_changeset:
        *(char *)to = 0;
        return 0;
    case XENVER_capabilities:
        strcpy(to, "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 ");
        return 0;
    case XENVER_compile_info:
        *compile->compiler = *compile->compile_by = *compile->compile_domain = *compile->compile_date = 0;
        return 0;
    case XENVER_platform_parameters:
        memset(to, 0, sizeof(xen_platform_parameters_t));
        return 0;
    case XENVER_commandline:
        /* With a fixed amount for the host itself xl does not try to take memory from it. */
        strcpy(to, "placeholder dom0_mem=4096M,max:4096M");
        return 0;
    case XENVER_build_id:
        return 0;
    }
    errno = ENOSYS;
    return -1;
}

int xc_get_max_cpus(xc_interface *xch)
{
    return CPUS;
}

int xc_get_online_cpus(xc_interface *xch)
{
    return CPUS;
}

int xc_get_max_nodes(xc_interface *xch)
{
    return NODE_BITS;
}

long xc_sharing_freed_pages(xc_interface *xch)
{
    return 0;
}

long xc_sharing_used_frames(xc_interface *xch)
{
    return 0;
}

int xc_sched_id(xc_interface *xch, int *id)
{
    *id = CREDIT2;
    return 0;
}

int xc_cputopoinfo(xc_interface *xch, unsigned *count, xc_cputopo_t *cpus)
{
    for (unsigned at = 0; cpus && at < *count && at < CPUS; at++) {
        cpus[at].core = at % (CPUS / NODES);
        cpus[at].socket = cpus[at].node = at / (CPUS / NODES);
    }
    *count = CPUS;
    return 0;
}

int xc_numainfo(xc_interface *xch, unsigned *count, xc_meminfo_t *nodes, uint32_t *distances)
{
    for (unsigned at = 0; nodes && distances && at < NODES; at++) {
        nodes[at].memsize = nodes[at].memfree = (uint64_t)PAGES * 4096 / NODES;
        for (unsigned other = 0; other < NODES; other++)
            distances[at * NODES + other] = at == other ? 10 : 20;
    }
    *count = NODES;
    return 0;
}

/* No guest but the host's own. */
int xc_domain_getinfolist(xc_interface *xch, uint32_t first, unsigned max, xc_domaininfo_t *info)
{
    if (first > 0 || !max)
        return 0;
    memset(info, 0, sizeof(*info));
    info->flags = XEN_DOMINF_running;
    info->nr_online_vcpus = 1;
    info->tot_pages = info->max_pages = 1 << 20;
    return 1;
}

/* All, though Pool-0 has them too: a new pool may ask for any. */
xc_cpumap_t xc_cpupool_freeinfo(xc_interface *xch)
{
    return memset(malloc(CPUS / 8), 0xff, CPUS / 8);
}

xc_cpupoolinfo_t *xc_cpupool_getinfo(xc_interface *xch, uint32_t pool)
{
    xc_cpupoolinfo_t *info;

    if (pool > 0) {
        errno = ENOENT;
        return NULL;
    }
    info = calloc(1, sizeof(*info));
    info->sched_id = CREDIT2;
    info->n_dom = 1;
    info->cpumap = xc_cpupool_freeinfo(xch);
    return info;
}

void xc_cpupool_infofree(xc_interface *xch, xc_cpupoolinfo_t *info)
{
    free(info->cpumap);
    free(info);
}

int xc_vcpu_getinfo(xc_interface *xch, uint32_t domain, uint32_t vcpu, xc_vcpuinfo_t *info)
{
    memset(info, 0, sizeof(*info));
    info->online = info->running = 1;
    return 0;
}

int xc_vcpu_getaffinity(xc_interface *xch, uint32_t domain, int vcpu, xc_cpumap_t hard, xc_cpumap_t soft,
                        uint32_t flags)
{
    if (hard)
        memset(hard, 0xff, CPUS / 8);
    if (soft)
        memset(soft, 0xff, CPUS / 8);
    return 0;
}

int xc_flask_sid_to_context(xc_interface *xch, int sid, char *text, uint32_t size)
{
    errno = ENOSYS;
    return -1;
}

int xc_flask_context_to_sid(xc_interface *xch, char *text, uint32_t size, uint32_t *sid)
{
    errno = ENOSYS;
    return -1;
}

/* The first call that would change anything. By now xl has read the file, and libxl filled in and checked the rest. */
int xc_domain_create(xc_interface *xch, uint32_t *domain, struct xen_domctl_createdomain *config)
{
    fflush(stdout);
    _exit(REACHED_DOMAIN);
}

/* ---- libxenstore ---- */

struct xs_handle *xs_open(unsigned long flags)
{
    return (struct xs_handle *)handle;
}

void xs_close(struct xs_handle *xsh)
{
}

void xs_daemon_destroy_postfork(struct xs_handle *xsh)
{
}

int xs_fileno(struct xs_handle *xsh)
{
    static int silent[2];

    return silent[0] || !pipe(silent) ? silent[0] : -1;
}

void *xs_read(struct xs_handle *xsh, xs_transaction_t t, const char *path, unsigned int *length)
{
    static const char *const entries[][2] = {
        { "/local/domain/0/name", "Domain-0" },
        { "/local/domain/0/domid", "0" },
        { "domid", "0" },
        { "/local/pool/0/name", "Pool-0" },
    };

    for (size_t at = 0; at < sizeof(entries) / sizeof(*entries); at++) {
        if (strcmp(entries[at][0], path))
            continue;
        if (length)
            *length = strlen(entries[at][1]);
        return strdup(entries[at][1]);
    }
    errno = ENOENT;
    return NULL;
}

char **xs_directory(struct xs_handle *xsh, xs_transaction_t t, const char *path, unsigned int *count)
{
    *count = 0;
    errno = ENOENT;
    return NULL;
}

char **xs_check_watch(struct xs_handle *xsh)
{
    errno = EAGAIN;
    return NULL;
}

char *xs_get_domain_path(struct xs_handle *xsh, unsigned int domain)
{
    char *path;

    return asprintf(&path, "/local/domain/%u", domain) < 0 ? NULL : path;
}

xs_transaction_t xs_transaction_start(struct xs_handle *xsh)
{
    return 1;
}

bool xs_transaction_end(struct xs_handle *xsh, xs_transaction_t t, bool abandon)
{
    return true;
}

bool xs_watch(struct xs_handle *xsh, const char *path, const char *token)
{
    return true;
}

bool xs_unwatch(struct xs_handle *xsh, const char *path, const char *token)
{
    return true;
}
