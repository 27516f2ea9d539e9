import { createDirsync } from '@dirsync/client';

const { API_KEY = '', BASE_URL = 'http://127.0.0.1:8080', HOOK_URL = 'http://127.0.0.1:3000' } = process.env;
const dirsync = createDirsync({ apiKey: API_KEY, baseUrl: BASE_URL });
const { secret } = await dirsync.webhookEndpoints.create({ url: HOOK_URL });
const { id, scim } = await dirsync.directories.create({ name: 'Acme', organizationId: 'org_42' });
const { token } = await dirsync.directories.tokens.create(id);
console.log({ webhookSecret: secret, scimBaseUrl: scim.baseUrl, scimToken: token });

for await (const directory of dirsync.directories.list()) {
  const users = dirsync.users.list({ directoryId: directory.id });
  for await (const user of users) console.log(directory.name, user.email, user.active);
}
