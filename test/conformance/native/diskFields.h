/* The fields of a disk as JSON, with libxl's names. What is not set is null. */
#ifndef XLCFG_DISK_FIELDS_H
#define XLCFG_DISK_FIELDS_H

#include <libxl.h>

#include "frames.h"

static inline void json_field_text(FILE *to, const char *name, const char *value)
{
    fprintf(to, ",\"%s\":", name);
    json_text(to, value);
}

static inline void json_field_bool(FILE *to, const char *name, bool value)
{
    fprintf(to, ",\"%s\":%s", name, value ? "true" : "false");
}

static inline void json_field_defbool(FILE *to, const char *name, libxl_defbool value)
{
    if (libxl_defbool_is_default(value))
        json_field_text(to, name, NULL);
    else
        json_field_bool(to, name, libxl_defbool_val(value));
}

/* The inside of an object, each field with a comma before it. */
static inline void json_disk_fields(FILE *to, const libxl_device_disk *disk)
{
    json_field_text(to, "pdev_path", disk->pdev_path);
    json_field_text(to, "vdev", disk->vdev);
    json_field_text(to, "backend", libxl_disk_backend_to_string(disk->backend));
    json_field_text(to, "format", libxl_disk_format_to_string(disk->format));
    json_field_text(to, "script", disk->script);
    json_field_text(to, "backend_domname", disk->backend_domname);
    json_field_bool(to, "removable", disk->removable);
    json_field_bool(to, "readwrite", disk->readwrite);
    json_field_bool(to, "is_cdrom", disk->is_cdrom);
    json_field_bool(to, "direct_io_safe", disk->direct_io_safe);
    json_field_defbool(to, "discard_enable", disk->discard_enable);
#if RELEASE >= 417
    json_field_text(to, "specification", libxl_disk_specification_to_string(disk->specification));
#endif
    json_field_defbool(to, "colo_enable", disk->colo_enable);
    json_field_text(to, "colo_host", disk->colo_host);
    fprintf(to, ",\"colo_port\":%d", disk->colo_port);
    json_field_text(to, "colo_export", disk->colo_export);
    json_field_text(to, "active_disk", disk->active_disk);
    json_field_text(to, "hidden_disk", disk->hidden_disk);
#if RELEASE >= 417
    json_field_defbool(to, "trusted", disk->trusted);
#endif
#if RELEASE >= 420
    json_field_defbool(to, "grant_usage", disk->grant_usage);
#endif
}

#endif
