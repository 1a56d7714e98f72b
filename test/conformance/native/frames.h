/*
 * What the programs beside this file have in common: requests and replies as frames (four bytes of length in the
 * machine's order, then as many bytes), a worker that may die, and a little JSON.
 */
#ifndef XLCFG_FRAMES_H
#define XLCFG_FRAMES_H

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A request that takes longer counts as a hang. */
#define SECONDS_PER_REQUEST 5

static inline bool move_all(int fd, void *bytes, size_t count, bool out)
{
    char *at = bytes;

    while (count) {
        ssize_t moved = out ? write(fd, at, count) : read(fd, at, count);

        if (moved < 0 && errno == EINTR)
            continue;
        if (moved <= 0)
            return false;
        at += moved;
        count -= moved;
    }
    return true;
}

/* The next request, with a NUL after its last byte; NULL at the end of the input. To be freed. */
static inline char *read_frame(uint32_t *length)
{
    char *bytes;

    if (!move_all(STDIN_FILENO, length, sizeof(*length), false))
        return NULL;
    bytes = malloc((size_t)*length + 1);
    if (!bytes || !move_all(STDIN_FILENO, bytes, *length, false)) {
        free(bytes);
        return NULL;
    }
    bytes[*length] = 0;
    return bytes;
}

/* Where nobody reads any more there is nothing left to do. */
static inline void write_frame(const char *bytes, uint32_t length)
{
    if (!move_all(STDOUT_FILENO, &length, sizeof(length), true) ||
        !move_all(STDOUT_FILENO, (void *)bytes, length, true))
        _exit(0);
}

static inline void no_core_dumps(void)
{
    struct rlimit none = { 0, 0 };

    setrlimit(RLIMIT_CORE, &none);
}

/* ---- JSON. Bytes above 127 go out as they are; the reader knows how to take them. ---- */

static inline void json_text(FILE *to, const char *text)
{
    if (!text) {
        fputs("null", to);
        return;
    }
    putc('"', to);
    for (const unsigned char *at = (const void *)text; *at; at++) {
        if (*at == '"' || *at == '\\')
            fprintf(to, "\\%c", *at);
        else if (*at < 32)
            fprintf(to, "\\u%04x", *at);
        else
            putc(*at, to);
    }
    putc('"', to);
}

/* ,"messages":[...]: one string a line of the text. Changes the text. */
static inline void json_messages(FILE *to, char *text)
{
    const char *comma = "";

    fputs(",\"messages\":[", to);
    for (char *line; (line = strsep(&text, "\n"));) {
        if (!*line)
            continue;
        fputs(comma, to);
        json_text(to, line);
        comma = ",";
    }
    putc(']', to);
}

/* ---- Requests answered in a child process, for libraries that assert() and loop. ---- */

/* Writes the answer to a request, a JSON object. */
typedef void answer_fn(const char *request, uint32_t length, FILE *to);

static inline int answer_requests(answer_fn *answer)
{
    char *request;
    uint32_t length;

    while ((request = read_frame(&length))) {
        char *reply = NULL;
        size_t size = 0;
        FILE *to = open_memstream(&reply, &size);

        alarm(SECONDS_PER_REQUEST);
        answer(request, length, to);
        alarm(0);
        fclose(to);
        write_frame(reply, size);
        free(reply);
        free(request);
    }
    return 0;
}

/*
 * Answers all requests of the standard input. The worker takes them straight from there, so that none is lost with
 * it: where it dies, the request that it was at is answered for it, and a new one goes on with the next. A library that
 * calls exit() does so in xl too, which then has refused the file.
 */
static inline int serve(answer_fn *answer)
{
    no_core_dumps();
    for (;;) {
        int status;
        const char *verdict;
        char reply[60];
        pid_t worker = fork();

        if (worker < 0)
            return 2;
        if (!worker)
            _exit(answer_requests(answer));
        while (waitpid(worker, &status, 0) < 0 && errno == EINTR)
            ;
        if (WIFEXITED(status) && !WEXITSTATUS(status))
            return 0;
        verdict = WIFEXITED(status) ? "reject" : WTERMSIG(status) == SIGALRM ? "timeout" : "crash";
        snprintf(reply, sizeof(reply), "{\"verdict\":\"%s\",\"messages\":[]}", verdict);
        write_frame(reply, strlen(reply));
    }
}

#endif
