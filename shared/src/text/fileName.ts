/** The last part of a URI's path, decoded: `web 1.cfg` of `file:///etc/xen/web%201.cfg`. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.search(/[^\\/]*$/));
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
