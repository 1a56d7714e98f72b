/* The files that xl reads: see files.c. */
#ifndef XLCFG_FILES_H
#define XLCFG_FILES_H

#include <stdbool.h>
#include <stddef.h>

/* Once, before the first run. */
bool create_files(void);

/* What `guest.cfg` and the host's xl.conf hold from now on. */
bool fill_files(const void *guest, size_t guest_size, const void *global, size_t global_size);

/* A path that can only be that of a directory: its last name is empty, `.` or `..`. */
bool is_of_directory(const char *path);

#endif
