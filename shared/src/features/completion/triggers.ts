/**
 * The characters after which an editor asks for completion by itself: where a value, a field or a string may begin, the
 * next part of a path, and of a comment such as `# xlcfg-disable-line`.
 */
export const COMPLETION_TRIGGERS = ['"', "'", '=', ',', '[', ' ', '/', '-'] as const;
