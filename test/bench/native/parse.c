/*
 * Reads a file over and over with libxlutil, and prints the median time of one run in nanoseconds: `parse` is its parser
 * alone, `bind` also gives each disk to its parser of disks.
 */
#include <libxlutil.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

static int bind_disks(XLU_Config *config)
{
    XLU_ConfigList *disks;
    const char *text;
    int count = 0;

    if (xlu_cfg_get_list(config, "disk", &disks, &count, 0))
        return 0;
    for (int at = 0; at < count; at++) {
        libxl_device_disk disk;

        text = xlu_cfg_get_listitem(disks, at);
        libxl_device_disk_init(&disk);
        if (xlu_disk_parse(config, 1, &text, &disk))
            return 1;
        libxl_device_disk_dispose(&disk);
    }
    return 0;
}

int main(int argc, char **argv)
{
    int binds = argc == 4 && !strcmp(argv[1], "bind");
    FILE *file = argc == 4 ? fopen(argv[2], "rb") : NULL;
    int runs = argc == 4 ? atoi(argv[3]) : 0;
    int64_t *times = calloc(runs > 0 ? runs : 1, sizeof(*times));
    char *text;
    long size;

    if (!file || runs <= 0 || !times) {
        fprintf(stderr, "usage: %s parse|bind FILE RUNS\n", argv[0]);
        return 2;
    }
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    text = malloc(size);
    if (!text || fread(text, 1, size, file) != (size_t)size)
        return 2;
    for (int run = 0; run < runs; run++) {
        struct timespec start, end;
        XLU_Config *config = xlu_cfg_init(stderr, argv[2]);

        clock_gettime(CLOCK_MONOTONIC, &start);
        if (xlu_cfg_readdata(config, text, size) || (binds && bind_disks(config)))
            return 1;
        clock_gettime(CLOCK_MONOTONIC, &end);
        xlu_cfg_destroy(config);
        times[run] = (end.tv_sec - start.tv_sec) * INT64_C(1000000000) + end.tv_nsec - start.tv_nsec;
    }
    qsort(times, runs, sizeof(*times), compare);
    printf("%lld\n", (long long)times[runs / 2]);
    return 0;
}
