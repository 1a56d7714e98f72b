/* Parses a file over and over with libxlutil, and prints the median time of one parse in nanoseconds. */
#include <libxlutil.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
    int runs = argc == 3 ? atoi(argv[2]) : 0;
    int64_t *times = calloc(runs > 0 ? runs : 1, sizeof(*times));
    char *text;
    long size;

    if (!file || runs <= 0 || !times) {
        fprintf(stderr, "usage: %s FILE RUNS\n", argv[0]);
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
        XLU_Config *config = xlu_cfg_init(stderr, argv[1]);

        clock_gettime(CLOCK_MONOTONIC, &start);
        if (xlu_cfg_readdata(config, text, size))
            return 1;
        clock_gettime(CLOCK_MONOTONIC, &end);
        xlu_cfg_destroy(config);
        times[run] = (end.tv_sec - start.tv_sec) * INT64_C(1000000000) + end.tv_nsec - start.tv_nsec;
    }
    qsort(times, runs, sizeof(*times), compare);
    printf("%lld\n", (long long)times[runs / 2]);
    return 0;
}
