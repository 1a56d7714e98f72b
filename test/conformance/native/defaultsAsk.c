/*
 * Fills in libxl's defaults: a request is the configuration of a guest as `xl create -n` prints it, the reply is the same
 * after libxl__domain_config_setdefault. That function is inside libxl, so this one is linked with the static libraries.
 * The host is the pretended one of host.h. The reply: {"verdict","json"}.
 */
#include <libxl.h>

#include "frames.h"
#include "host.h"

/* ---- The inside of libxl, alike in these releases: only the beginning of this structure is needed ---- */

typedef struct {
    int alloc_maxsize;
    void **alloc_ptrs;
    libxl_ctx *owner;
} libxl__gc;

int libxl__domain_config_setdefault(libxl__gc *gc, libxl_domain_config *config, uint32_t domid);
void libxl__free_all(libxl__gc *gc);

/* ---- A logger that says nothing: each configuration has been accepted before ---- */

static void log_message(xentoollog_logger *self, xentoollog_level level, int errnoval, const char *context,
                        const char *format, va_list values)
{
}

static void log_progress(xentoollog_logger *self, const char *context, const char *what, int percent,
                         unsigned long done, unsigned long total)
{
}

static void log_destroy(xentoollog_logger *self)
{
}

static void answer(const char *request, uint32_t length, FILE *to)
{
    xentoollog_logger logger = { log_message, log_progress, log_destroy };
    libxl__gc gc = { 0, NULL, NULL };
    libxl_domain_config config;
    libxl_ctx *ctx;

    (void)length;
    libxl_ctx_alloc(&ctx, LIBXL_VERSION, 0, &logger);
    gc.owner = ctx;
    libxl_domain_config_init(&config);
    if (!libxl_domain_config_from_json(ctx, &config, request) &&
        !libxl__domain_config_setdefault(&gc, &config, FIRST_GUEST)) {
        char *json = libxl_domain_config_to_json(ctx, &config);

        fprintf(to, "{\"verdict\":\"accept\",\"json\":%s}", json);
        free(json);
    } else {
        fputs("{\"verdict\":\"reject\"}", to);
    }
    libxl_domain_config_dispose(&config);
    libxl__free_all(&gc);
    libxl_ctx_free(ctx);
}

int main(void)
{
    return serve(answer);
}
