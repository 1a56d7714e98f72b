/*
 * Puts texts to the installed libxlutil, the library with which xl reads its files.
 *
 *   utilAsk config    a whole file: {"verdict","messages","values"}, the values by name as the library gives them out
 *   utilAsk disk      a disk spec: {"verdict","messages", and the fields of libxl_device_disk}
 */
#define _GNU_SOURCE
#include <libxl.h>
#include <libxlutil.h>

#include "diskFields.h"

/* What the library says is kept apart from the answer itself. */
struct report {
    FILE *file;
    char *text;
    size_t size;
};

static void open_report(struct report *report)
{
    report->file = open_memstream(&report->text, &report->size);
}

static void json_report(FILE *to, struct report *report)
{
    fflush(report->file);
    json_messages(to, report->text);
}

static void close_report(struct report *report)
{
    fclose(report->file);
    free(report->text);
}

/* ---- Whole files ---- */

static void json_list(FILE *to, XLU_Config *config, const XLU_ConfigList *list)
{
    XLU_ConfigValue *item;

    putc('[', to);
    for (int at = 0; (item = xlu_cfg_get_listitem2(list, at)); at++) {
        if (at)
            putc(',', to);
        if (xlu_cfg_value_type(item) == XLU_STRING) {
            char *text;

            xlu_cfg_value_get_string(config, item, &text, 1);
            json_text(to, text);
        } else {
            XLU_ConfigList *inner;

            xlu_cfg_value_get_list(config, item, &inner, 1);
            json_list(to, config, inner);
        }
    }
    putc(']', to);
}

/* Writes `"name":value` where there is a setting of this name. */
static bool json_setting(FILE *to, XLU_Config *config, const char *name, const char *comma)
{
    const char *text;
    XLU_ConfigList *list;
    int absent = xlu_cfg_get_string(config, name, &text, 1);

    if (absent == ESRCH)
        return false;
    fputs(comma, to);
    json_text(to, name);
    putc(':', to);
    if (!absent)
        json_text(to, text);
    else if (!xlu_cfg_get_list(config, name, &list, NULL, 1))
        json_list(to, config, list);
    else
        json_text(to, NULL);
    return true;
}

/*
 * The library has no list of its names. So whatever in the text could be one is asked for. A name written twice comes
 * out twice, with one value, which is no harm in JSON.
 */
static void json_values(FILE *to, XLU_Config *config, const char *text, uint32_t length)
{
    static const char in_names[] = "abcdefghijklmnopqrstuvwxyz0123456789._";
    const char *comma = "";

    fputs(",\"values\":{", to);
    for (uint32_t at = 0; at < length;) {
        size_t run = strspn(text + at, in_names);

        if (run) {
            char *name = strndup(text + at, run);

            if (json_setting(to, config, name, comma))
                comma = ",";
            free(name);
        }
        at += run + 1;
    }
    putc('}', to);
}

static void answer_config(const char *text, uint32_t length, FILE *to)
{
    struct report report;
    XLU_Config *config;
    int error;

    open_report(&report);
    config = xlu_cfg_init(report.file, "guest.cfg");
    error = xlu_cfg_readdata(config, text, length);
    fprintf(to, "{\"verdict\":\"%s\"", error ? "reject" : "accept");
    json_report(to, &report);
    if (!error)
        json_values(to, config, text, length);
    putc('}', to);
    xlu_cfg_destroy(config);
    close_report(&report);
}

/* ---- Disk specs ---- */

static void answer_disk(const char *spec, uint32_t length, FILE *to)
{
    struct report report;
    XLU_Config *config;
    libxl_device_disk disk;
    int error;

    (void)length;
    open_report(&report);
    config = xlu_cfg_init(report.file, "spec");
    libxl_device_disk_init(&disk);
    error = xlu_disk_parse(config, 1, &spec, &disk);
    fprintf(to, "{\"verdict\":\"%s\"", error ? "reject" : "accept");
    json_report(to, &report);
    json_disk_fields(to, &disk);
    putc('}', to);
    libxl_device_disk_dispose(&disk);
    xlu_cfg_destroy(config);
    close_report(&report);
}

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "config"))
        return serve(answer_config);
    if (argc == 2 && !strcmp(argv[1], "disk"))
        return serve(answer_disk);
    fprintf(stderr, "usage: %s config|disk\n", argv[0]);
    return 2;
}
