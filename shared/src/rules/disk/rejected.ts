/** Disk specs that xl rejects. xl prints the error without a line number. */
import type { Rule } from '../rule.ts';
import { badSyntax, missingTarget, missingVdev, repeatedParameter, tooManyFields } from './rejectedParts.ts';
import {
  badAccess,
  badDevtype,
  badFormat,
  badValue,
  unknownParameter,
  unknownPrefix,
} from './rejectedWords.ts';

export const rejectedDiskRules: readonly Rule[] = [
  unknownParameter,
  repeatedParameter,
  badFormat,
  badAccess,
  badDevtype,
  badValue,
  unknownPrefix,
  tooManyFields,
  badSyntax,
  missingVdev,
  missingTarget,
];
