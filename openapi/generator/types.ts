import openapiTypescript, { astToString } from 'openapi-typescript';
import type { OpenAPI3, OpenAPITSOptions } from 'openapi-typescript';
import { prune } from './document.ts';
import type { Contract } from './document.ts';
import { readTypeExamples } from './type-examples.ts';

export const header =
  '// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".\n\n';

/** All types of the contract, for the server. */
export function serverTypes(contract: Contract): Promise<string> {
  return typesOf(contract, {});
}

/** The directory API's types. Each schema is also a type of its own name. */
export async function clientTypes(contract: Contract): Promise<string> {
  const examples = await readTypeExamples('client');
  return typesOf(contract, { rootTypes: true, rootTypesNoSchemaPrefix: true }, examples);
}

/** The types of what a webhook receiver gets, and nothing of the API. */
export async function webhookTypes(contract: Contract): Promise<string> {
  const events = prune({ ...contract, paths: {}, webhooks: {} }, ['WebhookEvent']);
  const examples = await readTypeExamples('webhooks');
  return typesOf(events, { rootTypes: true, rootTypesNoSchemaPrefix: true }, examples);
}

async function typesOf(
  contract: Contract,
  options: OpenAPITSOptions,
  examples?: ReadonlyMap<string, string>,
): Promise<string> {
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
  return header + withComments(contract, astToString(nodes), examples);
}

/** Gives each exported type the description of its schema, and its example: editors then show them where it is used. */
function withComments(
  { components }: Contract,
  types: string,
  examples: ReadonlyMap<string, string> = new Map(),
): string {
  const described = new Map<string, string | undefined>([
    ['paths', 'What each path of the contract takes and answers.'],
    ['operations', 'What each operation of the contract takes and answers.'],
  ]);
  for (const [name, schema] of Object.entries(components.schemas)) described.set(name, schema.description);
  const commented = new Set<string>();
  const text = types.replaceAll(
    /^export (?:interface (?<table>paths|operations) |type (?<schema>\w+) = components\[)/gm,
    (line: string, table: string | undefined, schema: string | undefined) => {
      const name = table ?? schema ?? '';
      commented.add(name);
      const description = described.get(name)?.replaceAll(/\s+/g, ' ').trim();
      return description === undefined ? line : `${commentOf(description, examples.get(name))}\n${line}`;
    },
  );
  const strays = [...examples.keys()].filter((name) => !commented.has(name));
  if (strays.length > 0)
    throw new Error(`There are examples of types that do not exist: ${strays.join(', ')}.`);
  return text;
}

function commentOf(description: string, example: string | undefined): string {
  if (example === undefined) return `/** ${description} */`;
  const lines = [description, '', '@example', '```ts', ...example.trimEnd().split('\n'), '```'];
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}
