/** Some identity providers join their base URL and the path with two slashes, or end it with one. */
export function tidyPath(path: string): string {
  return /^\/+scim\//.test(path) ? path.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '') : path;
}
