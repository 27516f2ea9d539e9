/** Sends the same body again and again, as a worker would if there were no database. Prints how many per second. */
import { Agent, request } from 'undici';

const [url = '', count = '0', inFlight = '1', body = ''] = process.argv.slice(2);
const agent = new Agent({ connections: Number(inFlight) });
const headers = { 'content-type': 'application/json', 'webhook-id': 'bare', 'webhook-timestamp': '0' };
let next = 0;

async function sendSome(): Promise<void> {
  while (next < Number(count)) {
    next += 1;
    const answer = await request(url, { method: 'POST', headers, body, dispatcher: agent });
    await answer.body.dump();
  }
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(inFlight) }, sendSome));
console.log(Number(count) / ((performance.now() - start) / 1000));
await agent.close();
