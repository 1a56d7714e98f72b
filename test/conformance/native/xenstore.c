/*
 * Xenstore (libxenstore), kept in the memory of one run. What is written is read again. A watch fires once, when it is
 * set. The other side of each device is quick: a backend that is told to start or to stop has done so at once. Nodes are
 * there by their full paths alone: unlike in xenstored, one that only has others below it reads as absent, so that libxl does
 * not notice a second device with the number of another.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xenstore.h>

#include "host.h"

static char handle[64];

/* ---- Nodes ---- */

enum { MOST_NODES = 4096 };

/* A node that was removed has no path. */
static struct node {
    char *path, *value;
    size_t length;
} nodes[MOST_NODES];
static size_t node_count;

static struct node *find_node(const char *path)
{
    for (size_t at = 0; at < node_count; at++)
        if (nodes[at].path && !strcmp(nodes[at].path, path))
            return &nodes[at];
    return NULL;
}

static void write_node(const char *path, const void *value, size_t length)
{
    struct node *node = find_node(path);

    if (!node) {
        if (node_count == MOST_NODES)
            not_pretended("so many nodes of xenstore");
        node = &nodes[node_count++];
        node->path = strdup(path);
    }
    node->value = malloc(length + 1);
    memcpy(node->value, value, length);
    node->value[length] = 0;
    node->length = length;
}

static void write_dom0(void)
{
    static const char *const entries[][2] = {
        { "/local/domain/0/name", "Domain-0" },
        { "/local/domain/0/domid", "0" },
        { "domid", "0" },
        { "/local/pool/0/name", "Pool-0" },
        { "/local/domain/0/device-model/1/state", "running" },
    };

    if (node_count)
        return;
    for (size_t at = 0; at < sizeof(entries) / sizeof(*entries); at++)
        write_node(entries[at][0], entries[at][1], strlen(entries[at][1]));
}

static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    return !strncmp(path, folder, length) && path[length] == '/';
}

static bool ends_with(const char *path, const char *end)
{
    size_t length = strlen(path), end_length = strlen(end);

    return length >= end_length && !strcmp(path + length - end_length, end);
}

/* ---- The library ---- */

struct xs_handle *xs_open(unsigned long flags)
{
    return (struct xs_handle *)handle;
}

void xs_close(struct xs_handle *xsh)
{
}

#if RELEASE < 415
struct xs_handle *xs_daemon_open(void)
{
    return (struct xs_handle *)handle;
}

struct xs_handle *xs_domain_open(void)
{
    return (struct xs_handle *)handle;
}

void xs_daemon_close(struct xs_handle *xsh)
{
}
#endif

void xs_daemon_destroy_postfork(struct xs_handle *xsh)
{
}

void *xs_read(struct xs_handle *xsh, xs_transaction_t t, const char *path, unsigned int *length)
{
    struct node *node;
    char *value;

    write_dom0();
    node = find_node(path);
    if (!node) {
        errno = ENOENT;
        return NULL;
    }
    value = malloc(node->length + 1);
    memcpy(value, node->value, node->length + 1);
    if (length)
        *length = node->length;
    return value;
}

bool xs_write(struct xs_handle *xsh, xs_transaction_t t, const char *path, const void *value, unsigned int length)
{
    static const char initialising = '1', init_wait = '2', closing = '5', closed = '6';
    static const char terminal[] = "/dev/pts/9";

    write_dom0();
    if (strstr(path, "/backend/") && ends_with(path, "/state") && length == 1) {
        if (*(const char *)value == initialising)
            value = &init_wait;
        else if (*(const char *)value == closing)
            value = &closed;
    }
    /* The console's daemon answers with the terminal that it has opened. */
    if (ends_with(path, "/tty") && length == 0) {
        value = terminal;
        length = strlen(terminal);
    }
    write_node(path, value, length);
    return true;
}

bool xs_mkdir(struct xs_handle *xsh, xs_transaction_t t, const char *path)
{
    return true;
}

bool xs_rm(struct xs_handle *xsh, xs_transaction_t t, const char *path)
{
    for (size_t at = 0; at < node_count; at++)
        if (nodes[at].path && (!strcmp(nodes[at].path, path) || is_below(nodes[at].path, path)))
            nodes[at].path = NULL;
    return true;
}

bool xs_set_permissions(struct xs_handle *xsh, xs_transaction_t t, const char *path,
                        struct xs_permissions *permissions, unsigned int count)
{
    return true;
}

/* The names of the nodes in a folder, each once, in one block of memory, as libxenstore gives them out. */
char **xs_directory(struct xs_handle *xsh, xs_transaction_t t, const char *path, unsigned int *count)
{
    struct name {
        const char *start;
        size_t length;
    } *names = calloc(node_count + 1, sizeof(*names));
    size_t size = 0, found = 0;
    char **entries, *to;

    for (size_t at = 0; at < node_count; at++) {
        struct name name;
        size_t same = 0;

        if (!nodes[at].path || !is_below(nodes[at].path, path))
            continue;
        name.start = nodes[at].path + strlen(path) + 1;
        name.length = strcspn(name.start, "/");
        while (same < found &&
               (names[same].length != name.length || strncmp(names[same].start, name.start, name.length)))
            same++;
        if (same < found)
            continue;
        names[found++] = name;
        size += name.length + 1;
    }
    *count = found;
    if (!found) {
        free(names);
        errno = ENOENT;
        return NULL;
    }
    entries = malloc(found * sizeof(*entries) + size);
    to = (char *)(entries + found);
    for (size_t at = 0; at < found; at++) {
        entries[at] = to;
        memcpy(to, names[at].start, names[at].length);
        to[names[at].length] = 0;
        to += names[at].length + 1;
    }
    free(names);
    return entries;
}

char *xs_get_domain_path(struct xs_handle *xsh, unsigned int domain)
{
    char *path;

    return asprintf(&path, "/local/domain/%u", domain) < 0 ? NULL : path;
}

bool xs_introduce_domain(struct xs_handle *xsh, unsigned int domain, unsigned long frame, unsigned int channel)
{
    if (!is_domain_made())
        not_pretended("xs_introduce_domain");
    return true;
}

xs_transaction_t xs_transaction_start(struct xs_handle *xsh)
{
    return 1;
}

bool xs_transaction_end(struct xs_handle *xsh, xs_transaction_t t, bool abandon)
{
    return true;
}

/* ---- Waiting ---- */

/*
 * Where the making of a domain fails, libxl__wait_for_backend looks at the state of its PCI devices for ten seconds, and
 * sleeps in between. Nothing would change in that time.
 */
int usleep(useconds_t microseconds)
{
    return 0;
}

unsigned int sleep(unsigned int seconds)
{
    return 0;
}

/* ---- Watches: a byte in the pipe for each that has not been reported ---- */

enum { MOST_WATCHES = 1024 };

static struct {
    char *path, *token;
} watches[MOST_WATCHES];
static size_t watch_count, reported;
static int pipe_ends[2];

int xs_fileno(struct xs_handle *xsh)
{
    return pipe_ends[0] || !pipe(pipe_ends) ? pipe_ends[0] : -1;
}

bool xs_watch(struct xs_handle *xsh, const char *path, const char *token)
{
    /* These wait for QEMU and for the daemon of 9pfs, which would be started now. */
    if (is_domain_made() && (strstr(path, "/device-model/") || strstr(path, "9pfs")))
        end_as_accepted();
    if (xs_fileno(xsh) < 0)
        return false;
    if (watch_count == MOST_WATCHES)
        not_pretended("so many watches");
    watches[watch_count].path = strdup(path);
    watches[watch_count++].token = strdup(token);
    return write(pipe_ends[1], "", 1) == 1;
}

bool xs_unwatch(struct xs_handle *xsh, const char *path, const char *token)
{
    return true;
}

char **xs_check_watch(struct xs_handle *xsh)
{
    size_t path_size, token_size;
    char **event, byte;

    if (reported == watch_count || read(pipe_ends[0], &byte, 1) != 1) {
        errno = EAGAIN;
        return NULL;
    }
    path_size = strlen(watches[reported].path) + 1;
    token_size = strlen(watches[reported].token) + 1;
    event = malloc(2 * sizeof(*event) + path_size + token_size);
    event[XS_WATCH_PATH] = memcpy(event + 2, watches[reported].path, path_size);
    event[XS_WATCH_TOKEN] = memcpy((char *)(event + 2) + path_size, watches[reported].token, token_size);
    reported++;
    return event;
}
