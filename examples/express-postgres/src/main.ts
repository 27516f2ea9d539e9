import pg from 'pg';
import { createApp } from './app.ts';

const { DATABASE_URL, WEBHOOK_SECRET, OLD_WEBHOOK_SECRET, PORT = '3000' } = process.env;

const pool = new pg.Pool({ connectionString: DATABASE_URL });
const app = await createApp(pool, [WEBHOOK_SECRET, OLD_WEBHOOK_SECRET]);
app.listen(Number(PORT), () => console.log(`Webhooks are taken at http://127.0.0.1:${PORT}/webhooks.`));
