import type { components } from '../generated/api.ts';
import type { Lenience } from '../scim/mode.ts';

type Provider = components['schemas']['DirectoryProvider'];

/**
 * What each identity provider is known to send beside the RFC. Compat mode takes all of it from everybody, since
 * administrators name the wrong provider, and gateways stand between; here it only tells what is no surprise.
 */
const expected: { readonly [P in Provider]: readonly Lenience[] } = {
  okta: ['memberSubAttribute', 'readOnlyInValue', 'unknownAttribute'],
  entra: [
    'appRole',
    'attributePathKey',
    'bareValue',
    'complexFilter',
    'elementByFilter',
    'emptyString',
    'filterValueType',
    'legacySchemaUrn',
    'listForSingle',
    'memberSubAttribute',
    'opCase',
    'plusForSpace',
    'removeByValue',
    'stringBoolean',
    'unknownAttribute',
    'unknownQueryParameter',
    'unknownSchema',
    'unquotedFilterValue',
  ],
  onelogin: [
    'emptyString',
    'legacySchemaUrn',
    'managerId',
    'plusForSpace',
    'singleForList',
    'stringBoolean',
    'unknownAttribute',
  ],
  jumpcloud: ['removeByValue', 'unknownAttribute'],
  google: ['unknownAttribute'],
  pingone: ['unknownAttribute'],
  cyberark: ['unknownAttribute'],
  sailpoint: ['unknownAttribute'],
  generic: [],
};

/** Whether the provider is known to send what the lenience takes. */
export function isExpected(provider: Provider, lenience: Lenience): boolean {
  return expected[provider].includes(lenience);
}
