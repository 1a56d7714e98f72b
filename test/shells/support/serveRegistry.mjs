// `node serveRegistry.mjs FOLDER`: answers npm's questions about the package in the folder, which is there as an archive
// as well. Prints the port on which it listens.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const folder = process.argv[2];
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
const archive = readFileSync(
  path.join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  ),
);
const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
const { name, version } = manifest;

const description = (host) => ({
  name,
  'dist-tags': { latest: version },
  versions: { [version]: { ...manifest, dist: { tarball: `http://${host}/${name}.tgz`, integrity } } },
});

const answers = {
  [`/${name}`]: ({ headers }) => JSON.stringify(description(headers.host)),
  [`/${name}.tgz`]: () => archive,
};

const server = createServer((request, response) => {
  const answer = answers[request.url];
  response.writeHead(answer ? 200 : 404).end(answer?.(request));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
