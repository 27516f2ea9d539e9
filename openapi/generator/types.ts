import openapiTypescript, { astToString } from 'openapi-typescript';
import type { OpenAPI3, OpenAPITSOptions } from 'openapi-typescript';
import { prune } from './document.ts';
import type { Contract } from './document.ts';

export const header =
  '// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".\n\n';

/** All types of the contract, for the server. */
export function serverTypes(contract: Contract): Promise<string> {
  return typesOf(contract, {});
}

/** The directory API's types. Each schema is also a type of its own name. */
export function clientTypes(contract: Contract): Promise<string> {
  return typesOf(contract, { rootTypes: true, rootTypesNoSchemaPrefix: true });
}

/** The types of what a webhook receiver gets, and nothing of the API. */
export function webhookTypes(contract: Contract): Promise<string> {
  const events = prune({ ...contract, paths: {}, webhooks: {} }, ['WebhookEvent']);
  return typesOf(events, { rootTypes: true, rootTypesNoSchemaPrefix: true });
}

async function typesOf(contract: Contract, options: OpenAPITSOptions): Promise<string> {
  // `type` is a const in each event, which narrows by itself; a discriminator would only overwrite it.
  const json = JSON.stringify(contract, (key, value: unknown) =>
    key === 'discriminator' ? undefined : value,
  );
  // openapi-typescript reads the same document and names its type differently.
  const nodes = await openapiTypescript(JSON.parse(json) as OpenAPI3, {
    alphabetize: false,
    silent: true,
    ...options,
  });
  return header + withComments(contract, astToString(nodes));
}

/** Gives each exported type the description of its schema, which editors then show where it is used. */
function withComments({ components }: Contract, types: string): string {
  const described = types.replaceAll(/^export type (\w+) = components\[/gm, (line: string, name: string) => {
    const description = components.schemas[name]?.description;
    return description === undefined ? line : `/** ${description.replaceAll(/\s+/g, ' ').trim()} */\n${line}`;
  });
  return described
    .replace(/^export interface paths /m, '/** What each path of the contract takes and answers. */\n$&')
    .replace(
      /^export interface operations /m,
      '/** What each operation of the contract takes and answers. */\n$&',
    );
}
