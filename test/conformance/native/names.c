/*
 * What a file names and the host has: another domain. libxl finds one of any name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <libxl.h>
#include <libxl_utils.h>

#include "host.h"

int libxl_domain_qualifier_to_domid(libxl_ctx *ctx, const char *name, uint32_t *domain)
{
    __typeof__(&libxl_domain_qualifier_to_domid) real =
        (__typeof__(&libxl_domain_qualifier_to_domid))dlsym(RTLD_NEXT, "libxl_domain_qualifier_to_domid");

    if (real(ctx, name, domain))
        *domain = NAMED_DOMAIN;
    return 0;
}
