/*
 * The host that xl runs on here is a pretended one: hypervisor.c, xenstore.c, files.c and names.c answer in the place of
 * Xen, of xenstored, of the kernel, and of domains that a file names. What they have in common is in stages.c.
 */
#ifndef XLCFG_HOST_H
#define XLCFG_HOST_H

#include <stdbool.h>

/* The domains that xl makes have the numbers from here on. Whichever other one a file names is NAMED_DOMAIN. */
enum { FIRST_GUEST = 1, NAMED_DOMAIN = 20 };

/* What the targets of disks are, once a domain is made. */
enum target { BLOCK_DEVICE, REGULAR_FILE };

/* ---- Stages ---- */

/* The state of one run of xl. It is in memory that the server shares with the run, and reads after its end. */
struct run {
    bool is_made;
};
extern struct run *run;
extern enum target target;

static inline bool is_domain_made(void)
{
    return run->is_made;
}

void domain_is_made(void);

/* xl got to where QEMU, a bootloader or a daemon would be started, or to the end: the file is accepted. */
void __attribute__((noreturn)) end_as_accepted(void);

/* libxl begins to undo what it has made. It would ask the host much for this, and has nothing more to say. */
void __attribute__((noreturn)) end_as_refused(void);

/* xl asks for something that is not pretended, which is no verdict of xl's. */
void __attribute__((noreturn)) not_pretended(const char *function);

/* For the functions that the Makefile generates: 0 once a domain is made, else as above. */
long succeed_or_end(const char *function);

#endif
