/*
 * Memory that xl has not written holds a pattern of eight bytes, on the heap and on the stack: what xl takes from there
 * is the same in each run, and shows where two patterns give two answers. Linked into the library that is loaded before
 * xl (server.c).
 *
 * Heap: malloc() and its sisters fill what they give out, up to the rounded size of the block, which ends with a word,
 * and free() what it takes back, except for the first two words, by which glibc finds blocks that are freed twice.
 *
 * Stack: whatever the last call left below the stack pointer is painted over at the end of the same functions, and of
 * fprintf(), which is the last one that xl calls before it reads the file. A function that xl calls next has its
 * variables there.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "memory.h"

#define HIDDEN __attribute__((visibility("hidden"), used))
#define WORD sizeof(uint64_t)

/* Of glibc; what is not in its headers. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

HIDDEN uint64_t pattern;
static bool filling;

void fill_unwritten_memory(const void *bytes)
{
    memcpy(&pattern, bytes, WORD);
    filling = true;
}

/* Each byte of the pattern has its place in a word of memory, so that all whole words are alike. */
static void fill_range(void *from, void *to)
{
    unsigned char *at = from, *end = to;

    for (; at < end && (uintptr_t)at % WORD; at++)
        *at = ((const unsigned char *)&pattern)[(uintptr_t)at % WORD];
    for (; at < end; at += WORD)
        memcpy(at, &pattern, WORD);
}

static void *end_of(void *block)
{
    return (char *)block + malloc_usable_size(block);
}

#ifdef __aarch64__
/* Emulated, painting would take most of the time: on Arm only the heap is filled. */
static inline void *paint_stack(void *result)
{
    return result;
}
#else
/* Paints 16 KiB below its caller's stack, and returns its argument. It must not have a frame of its own there. */
HIDDEN __attribute__((naked)) void *paint_stack(void *result)
{
    __asm__("mov %rdi, %rdx\n\t"
            "lea -16384(%rsp), %rdi\n\t"
            "mov $2048, %ecx\n\t"
            "mov pattern(%rip), %rax\n\t"
            "rep stosq\n\t"
            "mov %rdx, %rax\n\t"
            "ret");
}
#endif

void *malloc(size_t size)
{
    void *block = __libc_malloc(size);

    if (!filling || !block)
        return block;
    fill_range(block, end_of(block));
    return paint_stack(block);
}

void *calloc(size_t count, size_t size)
{
    void *block = __libc_calloc(count, size);

    if (!filling || !block)
        return block;
    fill_range((char *)block + count * size, end_of(block));
    return paint_stack(block);
}

void *realloc(void *old, size_t size)
{
    size_t before = old ? malloc_usable_size(old) : 0;
    void *block = __libc_realloc(old, size);

    if (!filling || !block)
        return block;
    fill_range((char *)block + before, end_of(block));
    return paint_stack(block);
}

void free(void *block)
{
    if (filling && block)
        fill_range((char *)block + 2 * WORD, end_of(block));
    __libc_free(block);
    if (filling)
        paint_stack(NULL);
}

#ifndef __aarch64__
/*
 * fprintf(), as xl calls it: the real one, and then paint_stack(). Its arguments are of any number, on the stack as
 * well, so they stay where they are, and the address to return to is kept elsewhere for that time.
 */
HIDDEN void *real_fprintf;
HIDDEN void *back_from_fprintf;

__attribute__((constructor)) static void find_real_fprintf(void)
{
    real_fprintf = dlsym(RTLD_NEXT, "__fprintf_chk");
}

__attribute__((naked)) int __fprintf_chk(FILE *to, int flag, const char *format, ...)
{
    __asm__("pop back_from_fprintf(%rip)\n\t"
            "call *real_fprintf(%rip)\n\t"
            "push back_from_fprintf(%rip)\n\t"
            "mov %rax, %rdi\n\t"
            "jmp paint_stack");
}
#endif
