/** `node:os`, as far as the programs use it. */
import { getenviron } from 'qjs:std';

export const homedir = (): string => getenviron().HOME || '/';
