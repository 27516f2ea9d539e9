/**
 * What identity providers send beside RFC 7643 and 7644, by name; docs/leniences.md says who sends it and which clause it
 * goes beyond.
 */
export const leniences = [
  'appRole',
  'attributePathKey',
  'bareValue',
  'bulkMethodCase',
  'complexFilter',
  'elementByFilter',
  'emptyPath',
  'emptyString',
  'filterValueType',
  'invalidBase64',
  'legacySchemaUrn',
  'listForSingle',
  'memberSubAttribute',
  'nullAddition',
  'opCase',
  'plusForSpace',
  'readOnlyInValue',
  'removeByValue',
  'schemasText',
  'severalPrimaries',
  'singleForList',
  'singleOperation',
  'stringBoolean',
  'unknownAttribute',
  'unknownQueryParameter',
  'unknownSchema',
  'unquotedFilterValue',
] as const;

/** The name of a lenience. */
export type Lenience = (typeof leniences)[number];
