/* What xl finds in memory that it has not written: see memory.c. */
#ifndef XLCFG_MEMORY_H
#define XLCFG_MEMORY_H

#define PATTERN_SIZE 8

/* From now on memory that nobody has written holds these PATTERN_SIZE bytes, again and again. */
void fill_unwritten_memory(const void *bytes);

#endif
