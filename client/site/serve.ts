/** Serves the built site on localhost and prints its address: `npm run site`. `node serve.ts [PORT]`. */
import { createSiteServer } from './src/server/siteServer.ts';

const { address } = await createSiteServer(Number(process.argv[2] ?? 0));
process.stdout.write(`${address}\n`);
