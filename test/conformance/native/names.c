/*
 * What a file names and the host has: another domain, PCI devices. libxl finds a domain of any name, and can pass on each
 * PCI device that there could be.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <libxl.h>
#include <libxl_utils.h>
#include <stdlib.h>

#include "host.h"

int libxl_domain_qualifier_to_domid(libxl_ctx *ctx, const char *name, uint32_t *domain)
{
    __typeof__(&libxl_domain_qualifier_to_domid) real =
        (__typeof__(&libxl_domain_qualifier_to_domid))dlsym(RTLD_NEXT, "libxl_domain_qualifier_to_domid");

    if (real(ctx, name, domain))
        *domain = NAMED_DOMAIN;
    return 0;
}

enum { BUSES = 256, DEVICES = 32, FUNCTIONS = 8 };

libxl_device_pci *libxl_device_pci_assignable_list(libxl_ctx *ctx, int *count)
{
    libxl_device_pci *list = calloc(BUSES * DEVICES * FUNCTIONS, sizeof(*list));

    *count = BUSES * DEVICES * FUNCTIONS;
    for (int at = 0; at < *count; at++) {
        list[at].bus = at / (DEVICES * FUNCTIONS);
        list[at].dev = at / FUNCTIONS % DEVICES;
        list[at].func = at % FUNCTIONS;
    }
    return list;
}
