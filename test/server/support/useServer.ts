import { afterAll, beforeAll } from 'vitest';
import { type Bundles, buildBundles } from './bundles.ts';
import { type ClientOptions, startClient, type TestClient } from './client.ts';

export interface BuiltServer {
  /** The path of the bundle, once the tests run. */
  readonly path: () => string;
  /** A server that has heard nothing yet. */
  readonly start: (options?: ClientOptions) => TestClient;
  /** A server that is initialized. */
  readonly connect: (options?: ClientOptions) => Promise<TestClient>;
}

/** The server as it is shipped, for the tests of a file: built before them, removed after them. */
export const useServer = (): BuiltServer => {
  let bundles: Bundles | undefined;
  beforeAll(() => {
    bundles = buildBundles();
  });
  afterAll(() => bundles?.remove());
  const path = (): string => bundles?.server ?? '';
  const start = (options: ClientOptions = {}): TestClient => startClient(path(), options);
  return {
    path,
    start,
    connect: async (options) => {
      const client = start(options);
      await client.initialize();
      return client;
    },
  };
};
