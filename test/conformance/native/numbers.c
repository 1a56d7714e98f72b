/*
 * Since glibc 2.38, programs that are compiled against it read `0b101` as a number. That depends on who has compiled Xen,
 * not on its release: here numbers are read as all other builds read them.
 *
 * vif_parse_rate_bytes_per_sec and vif_parse_rate_interval_usecs of libxlu_vif.c take the ERANGE that any number before has
 * left in errno for one of their own, unless a call in between has failed otherwise. Here errno is theirs alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define NUMBER_FUNCTION(type, function)                                    \
    type __isoc23_##function(const char *text, char **end, int base)       \
    {                                                                      \
        return function(text, end, base);                                  \
    }

unsigned long long strtoull(const char *text, char **end, int base)
{
    __typeof__(&strtoull) real = (__typeof__(&strtoull))dlsym(RTLD_NEXT, "strtoull");

    errno = 0;
    return real(text, end, base);
}

NUMBER_FUNCTION(long, strtol)
NUMBER_FUNCTION(unsigned long, strtoul)
NUMBER_FUNCTION(long long, strtoll)
NUMBER_FUNCTION(unsigned long long, strtoull)

int __isoc23_sscanf(const char *text, const char *format, ...)
{
    va_list values;
    int count;

    va_start(values, format);
    count = vsscanf(text, format, values);
    va_end(values);
    return count;
}

int __isoc23_fscanf(FILE *from, const char *format, ...)
{
    va_list values;
    int count;

    va_start(values, format);
    count = vfscanf(from, format, values);
    va_end(values);
    return count;
}
