/** Debian 12, with Node 18. */
import { testDebian } from './support/testDebian.ts';

testDebian({ suite: 'bookworm' });
