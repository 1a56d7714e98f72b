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
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* A request that takes more of the processor's time counts as a hang. How busy the machine is has no say. */
#define SECONDS_PER_REQUEST 2

/* One that is still there after so long, by the clock on the wall, waits for something: the suite itself is wrong. */
#define SECONDS_UNTIL_STUCK 300

/* Ends the process with SIGPROF when it has used up its time, and with SIGALRM when it is stuck. */
static inline void start_timer(void)
{
    setitimer(ITIMER_PROF, &(struct itimerval){ .it_value.tv_sec = SECONDS_PER_REQUEST }, NULL);
    alarm(SECONDS_UNTIL_STUCK);
}

static inline void stop_timer(void)
{
    setitimer(ITIMER_PROF, &(struct itimerval){ 0 }, NULL);
    alarm(0);
}

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

/*
 * The next request, with a NUL after its last byte, up to the next call; NULL at the end of the input. It is not on the
 * heap, which is the same for each request in this way.
 */
static inline char *read_frame(uint32_t *length)
{
    static char *bytes;
    static size_t room;

    if (!move_all(STDIN_FILENO, length, sizeof(*length), false))
        return NULL;
    if (room <= *length) {
        if (bytes)
            munmap(bytes, room);
        room = 2 * ((size_t)*length + 1);
        bytes = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (bytes == MAP_FAILED)
            return NULL;
    }
    if (!move_all(STDIN_FILENO, bytes, *length, false))
        return NULL;
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

        start_timer();
        answer(request, length, to);
        stop_timer();
        fclose(to);
        write_frame(reply, size);
        free(reply);
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
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
            return 3;
        verdict = WIFEXITED(status) ? "reject" : WTERMSIG(status) == SIGPROF ? "timeout" : "crash";
        snprintf(reply, sizeof(reply), "{\"verdict\":\"%s\",\"messages\":[]}", verdict);
        write_frame(reply, strlen(reply));
    }
}

#endif
