/**
 * Sends the same body again and again, with the headers of a webhook, as a worker would if there were no database and
 * nothing to sign. Prints the microseconds of processor time that each costs.
 */
import { Agent, request } from 'undici';

const [url = '', count = '0', inFlight = '1', body = ''] = process.argv.slice(2);
const agent = new Agent({ connections: Number(inFlight) });
const signature = `v1,${Buffer.alloc(32).toString('base64')}`;
let next = 0;

async function sendSome(): Promise<void> {
  while (next < Number(count)) {
    next += 1;
    const headers = {
      ...{ 'webhook-id': `bare-${next}`, 'webhook-timestamp': '1767225600', 'webhook-signature': signature },
      ...{ 'content-type': 'application/json', 'user-agent': 'bare' },
    };
    const answer = await request(url, { method: 'POST', headers, body, dispatcher: agent });
    await answer.body.dump();
  }
}

const before = process.cpuUsage();
await Promise.all(Array.from({ length: Number(inFlight) }, sendSome));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / Number(count));
await agent.close();
