/*
 * xlcfg for hosts without Node: starts QuickJS with the program that is compiled into this file, runs its event loop, and
 * ends with `process.exitCode`. The module `xlcfg:native` has the system calls that QuickJS's own `os` lacks. They return
 * a negative errno where they fail.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include "quickjs-libc.h"

extern const uint8_t program[];
extern const uint32_t program_size;

/* In bytes: less than the stack that Linux gives a process. */
#define STACK_SIZE (6 * 1024 * 1024)

/*
 * What QuickJS does not free at once is only cycles. In bytes, before it searches for them: more than the program has after
 * its start, which leaves none.
 */
#define GC_THRESHOLD (16 * 1024 * 1024)

static JSValue result(JSContext *ctx, int64_t value)
{
    return JS_NewInt64(ctx, value < 0 ? -errno : value);
}

static int int_arg(JSContext *ctx, JSValueConst value)
{
    int number = -1;
    JS_ToInt32(ctx, &number, value);
    return number;
}

/* Waits until a descriptor in non-blocking mode, which another process may have set, is ready. */
static int is_ready(int fd, short events)
{
    struct pollfd one = { .fd = fd, .events = events };
    if (errno == EINTR)
        return 1;
    if (errno != EAGAIN)
        return 0;
    return poll(&one, 1, -1) >= 0 || errno == EINTR;
}

/* read(fd, buffer, offset, length) and write(fd, buffer, offset, length): the number of bytes */
static JSValue transfer(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv, int is_write)
{
    int fd = int_arg(ctx, argv[0]);
    size_t size;
    int64_t offset, length;
    ssize_t count;
    uint8_t *buffer = JS_GetArrayBuffer(ctx, &size, argv[1]);
    if (!buffer || JS_ToInt64(ctx, &offset, argv[2]) || JS_ToInt64(ctx, &length, argv[3]))
        return JS_EXCEPTION;
    if (offset < 0 || length < 0 || (uint64_t)offset + (uint64_t)length > size)
        return JS_ThrowRangeError(ctx, "outside of the buffer");
    do {
        count = is_write ? write(fd, buffer + offset, length) : read(fd, buffer + offset, length);
    } while (count < 0 && is_ready(fd, is_write ? POLLOUT : POLLIN));
    return result(ctx, count);
}

/* fstat(fd): { mode, size, uid, gid, nlink } */
static JSValue native_fstat(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    struct stat found;
    JSValue object;
    if (fstat(int_arg(ctx, argv[0]), &found) < 0)
        return result(ctx, -1);
    object = JS_NewObject(ctx);
    JS_SetPropertyStr(ctx, object, "mode", JS_NewInt64(ctx, found.st_mode));
    JS_SetPropertyStr(ctx, object, "size", JS_NewInt64(ctx, found.st_size));
    JS_SetPropertyStr(ctx, object, "uid", JS_NewInt64(ctx, found.st_uid));
    JS_SetPropertyStr(ctx, object, "gid", JS_NewInt64(ctx, found.st_gid));
    JS_SetPropertyStr(ctx, object, "nlink", JS_NewInt64(ctx, found.st_nlink));
    return object;
}

static JSValue native_fsync(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    return result(ctx, fsync(int_arg(ctx, argv[0])));
}

static JSValue native_ftruncate(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    int64_t length;
    if (JS_ToInt64(ctx, &length, argv[1]))
        return JS_EXCEPTION;
    return result(ctx, ftruncate(int_arg(ctx, argv[0]), length));
}

static JSValue native_access(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    const char *path = JS_ToCString(ctx, argv[0]);
    JSValue value;
    if (!path)
        return JS_EXCEPTION;
    value = result(ctx, access(path, int_arg(ctx, argv[1])));
    JS_FreeCString(ctx, path);
    return value;
}

/* errorName(errno): ENOENT */
static JSValue native_error_name(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    const char *name = strerrorname_np(int_arg(ctx, argv[0]));
    return JS_NewString(ctx, name ? name : "EIO");
}

/* inotifyOpen(): a descriptor */
static JSValue native_inotify_open(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    return result(ctx, inotify_init1(IN_CLOEXEC));
}

/* inotifyAdd(fd, folder): the number of a watch on what comes, goes and changes in a folder */
static JSValue native_inotify_add(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    const uint32_t events = IN_ATTRIB | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MODIFY | IN_MOVE | IN_MOVE_SELF;
    const char *path = JS_ToCString(ctx, argv[1]);
    JSValue value;
    if (!path)
        return JS_EXCEPTION;
    value = result(ctx, inotify_add_watch(int_arg(ctx, argv[0]), path, events));
    JS_FreeCString(ctx, path);
    return value;
}

static JSValue native_inotify_remove(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    return result(ctx, inotify_rm_watch(int_arg(ctx, argv[0]), int_arg(ctx, argv[1])));
}

static JSValue connected(JSContext *ctx, int fd, const struct sockaddr *address, socklen_t length)
{
    if (fd >= 0 && connect(fd, address, length) < 0) {
        int reason = errno;
        close(fd);
        errno = reason;
        fd = -1;
    }
    return result(ctx, fd);
}

/* connectTcp(port): a descriptor of a connection to this machine */
static JSValue native_connect_tcp(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    address.sin_port = htons(int_arg(ctx, argv[0]));
    return connected(ctx, socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), (struct sockaddr *)&address, sizeof address);
}

/* connectUnix(path): a descriptor */
static JSValue native_connect_unix(JSContext *ctx, JSValueConst self, int argc, JSValueConst *argv)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    const char *path = JS_ToCString(ctx, argv[0]);
    JSValue value;
    if (!path)
        return JS_EXCEPTION;
    if (strlen(path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        value = result(ctx, -1);
    } else {
        strcpy(address.sun_path, path);
        value = connected(ctx, socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), (struct sockaddr *)&address, sizeof address);
    }
    JS_FreeCString(ctx, path);
    return value;
}

static const JSCFunctionListEntry functions[] = {
    JS_CFUNC_MAGIC_DEF("read", 4, transfer, 0),
    JS_CFUNC_MAGIC_DEF("write", 4, transfer, 1),
    JS_CFUNC_DEF("fstat", 1, native_fstat),
    JS_CFUNC_DEF("fsync", 1, native_fsync),
    JS_CFUNC_DEF("ftruncate", 2, native_ftruncate),
    JS_CFUNC_DEF("access", 2, native_access),
    JS_CFUNC_DEF("errorName", 1, native_error_name),
    JS_CFUNC_DEF("inotifyOpen", 0, native_inotify_open),
    JS_CFUNC_DEF("inotifyAdd", 2, native_inotify_add),
    JS_CFUNC_DEF("inotifyRemove", 2, native_inotify_remove),
    JS_CFUNC_DEF("connectTcp", 1, native_connect_tcp),
    JS_CFUNC_DEF("connectUnix", 1, native_connect_unix),
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

static int init_native(JSContext *ctx, JSModuleDef *module)
{
    return JS_SetModuleExportList(ctx, module, functions, FUNCTION_COUNT);
}

static void add_native(JSContext *ctx)
{
    JSModuleDef *module = JS_NewCModule(ctx, "xlcfg:native", init_native);
    if (module)
        JS_AddModuleExportList(ctx, module, functions, FUNCTION_COUNT);
}

/* A global function of the program. */
static JSValue call_program(JSContext *ctx, const char *name, int argc, JSValueConst *argv)
{
    JSValue global = JS_GetGlobalObject(ctx);
    JSValue function = JS_GetPropertyStr(ctx, global, name);
    JSValue value = JS_IsFunction(ctx, function) ? JS_Call(ctx, function, global, argc, argv) : JS_UNDEFINED;
    JS_FreeValue(ctx, function);
    JS_FreeValue(ctx, global);
    return value;
}

static void on_rejection(JSContext *ctx, JSValueConst promise, JSValueConst reason, JS_BOOL is_handled, void *opaque)
{
    JSValueConst arguments[] = { promise, reason, JS_NewBool(ctx, is_handled) };
    JS_FreeValue(ctx, call_program(ctx, "onRejection", 3, arguments));
}

int main(int argc, char **argv)
{
    JSRuntime *runtime = JS_NewRuntime();
    JSContext *ctx = runtime ? JS_NewContext(runtime) : NULL;
    int code = 0;
    if (!ctx) {
        fputs("xlcfg: out of memory\n", stderr);
        return 2;
    }
    /* Writing fails with EPIPE instead. */
    signal(SIGPIPE, SIG_IGN);
    JS_SetMaxStackSize(runtime, STACK_SIZE);
    JS_SetGCThreshold(runtime, GC_THRESHOLD);
    js_std_init_handlers(runtime);
    JS_SetHostPromiseRejectionTracker(runtime, on_rejection, NULL);
    js_std_add_helpers(ctx, argc, argv);
    js_init_module_std(ctx, "qjs:std");
    js_init_module_os(ctx, "qjs:os");
    add_native(ctx);
    js_std_eval_binary(ctx, program, program_size, 0);
    js_std_loop(ctx);
    JS_ToInt32(ctx, &code, call_program(ctx, "exitCode", 0, NULL));
    /* The system frees the memory faster. */
    exit(code);
}
