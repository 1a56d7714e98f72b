/*
 * What a file names and the host has: another domain, PCI devices, users. libxl finds a domain of any name, can pass on each
 * PCI device that there could be, and finds every user whose name can be in /etc/passwd.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <libxl.h>
#include <libxl_utils.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>

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

enum { ROOT = 0, FIRST_OF_QEMU = 0x20000, ANY_USER = 1000 };

/* The pseudo-user gives the first of a range of numbers, one for the QEMU of each domain. */
static uid_t number_of(const char *user)
{
    if (!strcmp(user, "xen-qemuuser-range-base"))
        return FIRST_OF_QEMU;
    return strcmp(user, "root") ? ANY_USER : ROOT;
}

int getpwnam_r(const char *name, struct passwd *user, char *buffer, size_t size, struct passwd **found)
{
    *found = NULL;
    if (!*name || strpbrk(name, ":\n"))
        return 0;
    memset(user, 0, sizeof(*user));
    user->pw_name = (char *)name;
    user->pw_uid = user->pw_gid = number_of(name);
    *found = user;
    return 0;
}

/* Nobody has a number of the range. */
int getpwuid_r(uid_t number, struct passwd *user, char *buffer, size_t size, struct passwd **found)
{
    *found = NULL;
    return 0;
}
