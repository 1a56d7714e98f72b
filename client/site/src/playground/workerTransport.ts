/** The language server in a web worker. */
import type { Transport } from '@codemirror/lsp-client';
import { loadScript } from '../common/loadScript.ts';

/** What `languageServer.js` sets: the source text of the server. */
declare global {
  var xlcfgLanguageServer: string | undefined;
}

/**
 * Starts the server. Its worker comes from a blob: such a worker has the Content-Security-Policy of the page, so that it
 * can connect to nothing either, and it also starts where the page is a file.
 */
export const startServer = async (onCrash: () => void): Promise<Transport> => {
  await loadScript('languageServer.js');
  const source = globalThis.xlcfgLanguageServer;
  if (source === undefined) throw new Error('languageServer.js is damaged');
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'xlcfg-language-server' });
  worker.addEventListener('error', onCrash);
  const listeners = new Map<(message: string) => void, (event: MessageEvent<unknown>) => void>();
  return {
    send: (message) => worker.postMessage(JSON.parse(message)),
    subscribe: (handler) => {
      const listener = ({ data }: MessageEvent<unknown>): void => handler(JSON.stringify(data));
      listeners.set(handler, listener);
      worker.addEventListener('message', listener);
    },
    unsubscribe: (handler) => {
      const listener = listeners.get(handler);
      if (listener !== undefined) worker.removeEventListener('message', listener);
    },
  };
};
