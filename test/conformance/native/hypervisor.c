/*
 * Answers in the place of the hypervisor (libxenctrl), so that xl parses, checks and creates guests on a machine without
 * it. The pretended host has 64 CPUs in two nodes, 128 GiB, the scheduler credit2, and runs PV, HVM and PVH guests. That of
 * Arm has GICv3, vectors of 2048 bits, and no shadow page tables.
 *
 * Compiled for each release with RELEASE as in 417, and the headers of that release.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/mman.h>
#include <xenctrl.h>
#if RELEASE >= 415
#include <xenguest.h>
#endif

#include "files.h"
#include "host.h"

enum { CPUS = 64, NODES = 2, NODE_BITS = 64, PAGES = 128 << 18, CREDIT2 = 6 };

static char handle[64];

/* ---- The host ---- */

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
    info->capabilities = XEN_SYSCTL_PHYSCAP_hvm | XEN_SYSCTL_PHYSCAP_directio | XEN_SYSCTL_PHYSCAP_hap |
                         XEN_SYSCTL_PHYSCAP_iommu_hap_pt_share;
#ifndef __aarch64__
    info->capabilities |= XEN_SYSCTL_PHYSCAP_pv | XEN_SYSCTL_PHYSCAP_shadow;
#endif
#if RELEASE >= 417
    info->capabilities |= XEN_SYSCTL_PHYSCAP_vpmu | XEN_SYSCTL_PHYSCAP_gnttab_v1 | XEN_SYSCTL_PHYSCAP_gnttab_v2;
#ifndef __aarch64__
    info->capabilities |= XEN_SYSCTL_PHYSCAP_vmtrace;
#endif
#endif
#if RELEASE >= 419 && defined(__aarch64__)
    info->arch_capabilities = 2048 / 128 & XEN_SYSCTL_PHYSCAP_ARM_SVE_MASK;
#endif
    return 0;
}

#ifdef __aarch64__
#define CAPABILITIES "xen-3.0-aarch64 xen-3.0-armv7l "
#else
#define CAPABILITIES "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 "
#endif
/* With a fixed amount for the host itself xl does not try to take memory from it. */
#define COMMAND_LINE "placeholder dom0_mem=4096M,max:4096M"

#if RELEASE >= 420
char *xc_xenver_extraversion(xc_interface *xch)
{
    return strdup("");
}

char *xc_xenver_changeset(xc_interface *xch)
{
    return strdup("");
}

char *xc_xenver_buildid(xc_interface *xch)
{
    return strdup("");
}

char *xc_xenver_capabilities(xc_interface *xch)
{
    return strdup(CAPABILITIES);
}

char *xc_xenver_commandline(xc_interface *xch)
{
    return strdup(COMMAND_LINE);
}
#endif

int xc_version(xc_interface *xch, int what, void *to)
{
    xen_compile_info_t *compile = to;

    switch (what) {
    case XENVER_version:
        return 4 << 16 | RELEASE % 100;
    case XENVER_pagesize:
        return 4096;
    case XENVER_extraversion:
    case XENVER_changeset:
        *(char *)to = 0;
        return 0;
    case XENVER_capabilities:
        strcpy(to, CAPABILITIES);
        return 0;
    case XENVER_compile_info:
        *compile->compiler = *compile->compile_by = *compile->compile_domain = *compile->compile_date = 0;
        return 0;
    case XENVER_platform_parameters:
        memset(to, 0, sizeof(xen_platform_parameters_t));
        return 0;
    case XENVER_commandline:
        strcpy(to, COMMAND_LINE);
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

/* ---- The domains: dom0, one that is found by any name, and those that xl has made ---- */

enum { MOST_DOMAINS = 8 };

static struct {
    unsigned flags, vcpus;
} made[MOST_DOMAINS];
static unsigned domains_made;

static bool describe_domain(uint32_t domain, xc_domaininfo_t *info)
{
    bool is_made = domain >= FIRST_GUEST && domain < FIRST_GUEST + domains_made;

    if (domain != 0 && domain != NAMED_DOMAIN && !is_made)
        return false;
    memset(info, 0, sizeof(*info));
    info->domain = domain;
    info->flags = XEN_DOMINF_running;
    info->nr_online_vcpus = 1;
    info->tot_pages = info->max_pages = 1 << 20;
#ifdef __aarch64__
    info->gpaddr_bits = 40;
#endif
    if (is_made) {
        info->flags |= made[domain - FIRST_GUEST].flags;
        info->max_vcpu_id = made[domain - FIRST_GUEST].vcpus - 1;
    }
    return true;
}

int xc_domain_getinfolist(xc_interface *xch, uint32_t first, unsigned max, xc_domaininfo_t *info)
{
    unsigned found = 0;

    for (uint32_t domain = first; domain < FIRST_GUEST + MOST_DOMAINS && found < max; domain++)
        found += describe_domain(domain, &info[found]);
    return found;
}

#if RELEASE < 418
int xc_domain_getinfo(xc_interface *xch, uint32_t first, unsigned max, xc_dominfo_t *info)
{
    xc_domaininfo_t found;

    if (!max || !describe_domain(first, &found))
        return 0;
    memset(info, 0, sizeof(*info));
    info->domid = first;
    info->running = 1;
    info->hvm = !!(found.flags & XEN_DOMINF_hvm_guest);
    info->nr_online_vcpus = found.nr_online_vcpus;
    info->max_vcpu_id = found.max_vcpu_id;
    info->nr_pages = found.tot_pages;
    return 1;
}
#endif

#if RELEASE >= 420
int xc_domain_getinfo_single(xc_interface *xch, uint32_t domain, xc_domaininfo_t *info)
{
    xc_domaininfo_t unused;

    if (describe_domain(domain, info ? info : &unused))
        return 0;
    errno = ESRCH;
    return -1;
}
#endif

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

/* ---- The making of a domain ---- */

/*
 * The first call that would change anything. By now xl has read the file, and libxl filled in and checked the rest.
 * From here on what is not pretended in this folder succeeds.
 */
int xc_domain_create(xc_interface *xch, uint32_t *domain, struct xen_domctl_createdomain *config)
{
    if (domains_made == MOST_DOMAINS)
        not_pretended("so many domains");
    made[domains_made].flags = config->flags & XEN_DOMCTL_CDF_hvm ? XEN_DOMINF_hvm_guest : 0;
    made[domains_made].vcpus = config->max_vcpus;
    *domain = FIRST_GUEST + domains_made++;
#ifdef __aarch64__
    /* Xen answers with the version that it has chosen. */
    if (config->arch.gic_version == XEN_DOMCTL_CONFIG_GIC_NATIVE)
        config->arch.gic_version = XEN_DOMCTL_CONFIG_GIC_V3;
#endif
    domain_is_made();
    return 0;
}

/* Asked for only where a domain is undone: libxl has refused something. */
int xc_domain_pause(xc_interface *xch, uint32_t domain)
{
    end_as_refused();
}

/* ---- What is asked of a domain that is made ---- */

int xc_hvm_param_get(xc_interface *xch, uint32_t domain, uint32_t parameter, uint64_t *value)
{
    *value = 0;
    return 0;
}

int xc_sched_credit2_domain_get(xc_interface *xch, uint32_t domain, struct xen_domctl_sched_credit2 *parameters)
{
    memset(parameters, 0, sizeof(*parameters));
    return 0;
}

const char *xc_domain_get_native_protocol(xc_interface *xch, uint32_t domain)
{
#ifdef __aarch64__
    return "arm-abi";
#else
    return "x86_64-abi";
#endif
}

static struct {
    uint32_t nodes, ranges, vcpus;
    xen_vmemrange_t *range;
    unsigned int *distance, *node_of_vcpu;
} numa;

int xc_domain_setvnuma(xc_interface *xch, uint32_t domain, uint32_t nodes, uint32_t ranges, uint32_t vcpus,
                       xen_vmemrange_t *range, unsigned int *distance, unsigned int *node_of_vcpu,
                       unsigned int *node_of_host)
{
    numa.nodes = nodes;
    numa.ranges = ranges;
    numa.vcpus = vcpus;
    numa.range = range;
    numa.distance = distance;
    numa.node_of_vcpu = node_of_vcpu;
    return 0;
}

/* Asked for the numbers first, and then for what there is so many of. What was set is still there. */
int xc_domain_getvnuma(xc_interface *xch, uint32_t domain, uint32_t *nodes, uint32_t *ranges, uint32_t *vcpus,
                       xen_vmemrange_t *range, unsigned int *distance, unsigned int *node_of_vcpu)
{
    if (range && distance && node_of_vcpu) {
        memcpy(range, numa.range, numa.ranges * sizeof(*range));
        memcpy(distance, numa.distance, numa.nodes * sizeof(*distance));
        memcpy(node_of_vcpu, numa.node_of_vcpu, numa.vcpus * sizeof(*node_of_vcpu));
    }
    *nodes = numa.nodes;
    *ranges = numa.ranges;
    *vcpus = numa.vcpus;
    return 0;
}

/* ---- The image and the memory of a domain: empty pages ---- */

#if RELEASE < 415
/* Not in the headers of that release: of xc_dom_image only its arch_hooks are read, and of these their page_shift. */
struct xc_dom_image {
    char before_hooks[2320];
    struct xc_dom_arch *arch_hooks;
    char after_hooks[248];
};
struct xc_dom_arch {
    char before_shift[96];
    int page_shift;
    char after_shift[156];
};
#endif

struct xc_dom_image *xc_dom_allocate(xc_interface *xch, const char *cmdline, const char *features)
{
    static struct xc_dom_arch hooks = { .page_shift = 12 };
    struct xc_dom_image *image = calloc(1, sizeof(*image));

    image->arch_hooks = &hooks;
#ifdef __aarch64__
    /* A kernel of 64 bits; the device tree tells of the first bank of memory. */
    image->guest_type = "xen-3.0-aarch64";
    image->rambank_size[0] = 1 << 16;
#endif
    return image;
}

/* An image of any content can be loaded, but there has to be a file. */
static int load_image(const char *path)
{
    if (!is_of_directory(path))
        return succeed_or_end("xc_dom_kernel_file");
    errno = ENOENT;
    return -1;
}

int xc_dom_kernel_file(struct xc_dom_image *image, const char *path)
{
    return load_image(path);
}

int xc_dom_module_file(struct xc_dom_image *image, const char *path, const char *cmdline)
{
    return load_image(path);
}

void xc_dom_release(struct xc_dom_image *image)
{
}

char *xc_dom_guest_os(struct xc_dom_image *image)
{
    return strdup("linux");
}

void *xc_map_foreign_range(xc_interface *xch, uint32_t domain, int size, int protection, unsigned long frame)
{
    return mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

#ifdef __aarch64__
int xc_dom_devicetree_mem(struct xc_dom_image *image, const void *tree, size_t size)
{
    image->devicetree_blob = memcpy(malloc(size), tree, size);
    image->devicetree_size = size;
    return 0;
}
#else
/* Memory below 2 GiB, with the usual hole below the first megabyte. */
int xc_get_machine_memory_map(xc_interface *xch, struct e820entry *entries, uint32_t count)
{
    if (count < 2)
        return 0;
    entries[0] = (struct e820entry){ .addr = 0, .size = 0xa0000, .type = 1 };
    entries[1] = (struct e820entry){ .addr = 0x100000, .size = 0x7ff00000, .type = 1 };
    return 2;
}
#endif
