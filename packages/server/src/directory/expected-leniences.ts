import type { components } from '../generated/api.ts';
import type { Lenience } from '../scim/mode.ts';

type Provider = components['schemas']['DirectoryProvider'];

/**
 * What each identity provider is known to send beside the RFC. Compat mode takes all of it from everybody, since
 * administrators name the wrong provider, and gateways stand between; here it only tells what is no surprise.
 */
const expected: { readonly [P in Provider]: readonly Lenience[] } = {
  okta: ['memberSubAttribute', 'readOnlyInValue'],
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
    'opCase',
    'plusForSpace',
    'removeByValue',
    'stringBoolean',
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
  jumpcloud: ['removeByValue'],
  google: [],
  pingone: [],
  cyberark: [],
  sailpoint: [],
  generic: [],
};

/** Whether the provider is known to send what the lenience takes. */
export function isExpected(provider: Provider, lenience: Lenience): boolean {
  return expected[provider].includes(lenience);
}
