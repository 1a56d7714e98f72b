/** The characters after which an editor asks for completion by itself: where a value, a field or a string may begin. */
export const COMPLETION_TRIGGERS = ['"', "'", '=', ',', '[', ' '] as const;
