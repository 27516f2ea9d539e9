// The platform packages of Node state `os` and `cpu` as strings, which pnpm ignores; without the
// lists every platform would download every binary, and musl systems the glibc one.
const list = (value) => (typeof value === 'string' ? [value] : value);

export const hooks = {
  readPackage(pkg) {
    if (/^node-(?:bin-)?(?:linux|darwin|win)-/.test(pkg.name)) {
      pkg.os = list(pkg.os);
      pkg.cpu = list(pkg.cpu);
      if (pkg.os?.includes('linux')) pkg.libc = ['glibc'];
    }
    return pkg;
  },
};
