// Preloaded into a server by tests: once it serves, something throws what nobody catches, as PostgreSQL could.
const write = process.stdout.write.bind(process.stdout);

function fail(): never {
  throw Object.assign(new Error('broken'), { detail: 'Key (email)=(ada@person.example)' });
}

process.stdout.write = (text: string | Uint8Array, ...rest: []) => {
  if (String(text).includes('serves on')) setImmediate(fail);
  return write(text, ...rest);
};
