/** The requests that the server answers. One file and one line a feature. */
import { codeActionHandler } from './codeAction.ts';
import { completionHandler, completionResolveHandler } from './completion.ts';
import type { Handler } from './handler.ts';
import { hoverHandler } from './hover.ts';
import { pullDiagnosticsHandler } from './pullDiagnostics.ts';

export const HANDLERS: readonly Handler[] = [
  codeActionHandler,
  completionHandler,
  completionResolveHandler,
  hoverHandler,
  pullDiagnosticsHandler,
];
