import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { JsonObject } from './json.ts';

/**
 * Makes a database on the server of `adminUrl`, empty or a copy of another one that nobody is connected to, and answers
 * the URL to connect with.
 */
export async function createDatabase(adminUrl: string, templateUrl?: string): Promise<string> {
  const name = `dirsync_test_${randomUUID().replaceAll('-', '')}`;
  const template = templateUrl === undefined ? '' : ` template ${nameOf(templateUrl)}`;
  await administer(adminUrl, `create database ${name}${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a database that `createDatabase` made, whoever is still connected to it. */
export async function dropDatabase(adminUrl: string, url: string): Promise<void> {
  await administer(adminUrl, `drop database if exists ${nameOf(url)} with (force)`);
}

function nameOf(url: string): string {
  return pg.escapeIdentifier(new URL(url).pathname.slice(1));
}

/** The version of the server, such as "18.4". */
export async function serverVersion(adminUrl: string): Promise<string> {
  return String((await administer(adminUrl, 'show server_version'))[0]?.['server_version']);
}

async function administer(adminUrl: string, statement: string): Promise<readonly JsonObject[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<JsonObject>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
