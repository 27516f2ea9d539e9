// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".

import * as z from 'zod';

/**
 * What the server knows about the resource itself.
 */
export const zScimMeta = z.looseObject({
    resourceType: z.string().optional(),
    created: z.iso.datetime({ offset: true }).optional(),
    lastModified: z.iso.datetime({ offset: true }).optional(),
    location: z.string().optional(),
    version: z.string().optional()
});

/**
 * The attributes that every resource has, whatever its type.
 */
export const zScimCommonAttributes = z.looseObject({
    schemas: z.array(z.string().min(1)).min(1),
    id: z.string().min(1),
    externalId: z.string().optional(),
    meta: zScimMeta.optional()
});

/**
 * The parts of a person's name.
 */
export const zScimName = z.looseObject({
    formatted: z.string().optional(),
    familyName: z.string().optional(),
    givenName: z.string().optional(),
    middleName: z.string().optional(),
    honorificPrefix: z.string().optional(),
    honorificSuffix: z.string().optional()
});

/**
 * One email address of a user.
 */
export const zScimEmail = z.looseObject({
    value: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * One telephone number of a user.
 */
export const zScimPhoneNumber = z.looseObject({
    value: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * One instant messaging address of a user.
 */
export const zScimIm = z.looseObject({
    value: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * One picture of a user.
 */
export const zScimPhoto = z.looseObject({
    value: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * One postal address of a user.
 */
export const zScimAddress = z.looseObject({
    formatted: z.string().optional(),
    streetAddress: z.string().optional(),
    locality: z.string().optional(),
    region: z.string().optional(),
    postalCode: z.string().optional(),
    country: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * One group that a user belongs to.
 */
export const zScimUserGroup = z.looseObject({
    value: z.string().optional(),
    $ref: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional()
});

/**
 * One entitlement of a user.
 */
export const zScimEntitlement = z.looseObject({
    value: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * One role of a user.
 */
export const zScimRole = z.looseObject({
    value: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * One certificate of a user.
 */
export const zScimX509Certificate = z.looseObject({
    value: z.string().optional(),
    display: z.string().optional(),
    type: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * The manager of a user.
 */
export const zScimManager = z.looseObject({
    value: z.string().optional(),
    $ref: z.string().optional(),
    displayName: z.string().optional()
});

/**
 * Attributes of people who belong to an organization; an extension of User.
 */
export const zScimEnterpriseUser = z.looseObject({
    employeeNumber: z.string().optional(),
    costCenter: z.string().optional(),
    organization: z.string().optional(),
    division: z.string().optional(),
    department: z.string().optional(),
    manager: zScimManager.optional()
});

/**
 * A person, as the directory holds them.
 */
export const zScimUser = zScimCommonAttributes.and(z.looseObject({
    userName: z.string().optional(),
    name: zScimName.optional(),
    displayName: z.string().optional(),
    nickName: z.string().optional(),
    profileUrl: z.string().optional(),
    title: z.string().optional(),
    userType: z.string().optional(),
    preferredLanguage: z.string().optional(),
    locale: z.string().optional(),
    timezone: z.string().optional(),
    active: z.boolean().optional(),
    emails: z.array(zScimEmail).optional(),
    phoneNumbers: z.array(zScimPhoneNumber).optional(),
    ims: z.array(zScimIm).optional(),
    photos: z.array(zScimPhoto).optional(),
    addresses: z.array(zScimAddress).optional(),
    groups: z.array(zScimUserGroup).optional(),
    entitlements: z.array(zScimEntitlement).optional(),
    roles: z.array(zScimRole).optional(),
    x509Certificates: z.array(zScimX509Certificate).optional(),
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': zScimEnterpriseUser.optional()
}));

/**
 * A page of users.
 */
export const zScimUserList = z.strictObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:ListResponse')).min(1),
    totalResults: z.int().gte(0),
    startIndex: z.int().gte(1).optional(),
    itemsPerPage: z.int().gte(0),
    nextCursor: z.string().optional(),
    previousCursor: z.string().optional(),
    Resources: z.array(zScimUser)
});

/**
 * Why a request was refused. The resource is as it was before.
 */
export const zScimError = z.strictObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:Error')).min(1),
    status: z.string().regex(/^[45][0-9]{2}$/),
    scimType: z.enum([
        'invalidFilter',
        'tooMany',
        'uniqueness',
        'mutability',
        'invalidSyntax',
        'invalidPath',
        'noTarget',
        'invalidValue',
        'invalidVers',
        'sensitive',
        'invalidCursor',
        'expiredCursor',
        'invalidCount'
    ]).optional(),
    detail: z.string()
});

/**
 * A user as a client sends it, to create or to replace one. `id`, `meta` and `groups` may be sent and are ignored; so are attributes that nobody knows. Data of other `urn:` extensions is kept.
 */
export const zScimUserInput = z.looseObject({
    schemas: z.array(z.string().min(1)).min(1),
    externalId: z.string().optional(),
    userName: z.string().min(1),
    name: zScimName.optional(),
    displayName: z.string().optional(),
    nickName: z.string().optional(),
    profileUrl: z.string().optional(),
    title: z.string().optional(),
    userType: z.string().optional(),
    preferredLanguage: z.string().optional(),
    locale: z.string().optional(),
    timezone: z.string().optional(),
    active: z.boolean().optional(),
    password: z.string().optional(),
    emails: z.array(zScimEmail).optional(),
    phoneNumbers: z.array(zScimPhoneNumber).optional(),
    ims: z.array(zScimIm).optional(),
    photos: z.array(zScimPhoto).optional(),
    addresses: z.array(zScimAddress).optional(),
    entitlements: z.array(zScimEntitlement).optional(),
    roles: z.array(zScimRole).optional(),
    x509Certificates: z.array(zScimX509Certificate).optional(),
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': zScimEnterpriseUser.optional()
});

/**
 * One change.
 */
export const zScimPatchOperation = z.looseObject({
    op: z.string().min(1),
    path: z.string().nullish(),
    value: z.unknown().optional()
});

/**
 * Changes to a resource, applied in order and all or none.
 */
export const zScimPatchRequest = z.looseObject({
    schemas: z.array(z.string().min(1)).min(1),
    Operations: z.array(zScimPatchOperation).min(1)
});

/**
 * One member of a group.
 */
export const zScimGroupMember = z.looseObject({
    value: z.string().optional(),
    $ref: z.string().optional(),
    type: z.string().optional()
});

/**
 * A group of users and of other groups.
 */
export const zScimGroup = zScimCommonAttributes.and(z.looseObject({
    displayName: z.string().optional(),
    members: z.array(zScimGroupMember).optional()
}));

/**
 * A page of groups.
 */
export const zScimGroupList = z.strictObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:ListResponse')).min(1),
    totalResults: z.int().gte(0),
    startIndex: z.int().gte(1).optional(),
    itemsPerPage: z.int().gte(0),
    nextCursor: z.string().optional(),
    previousCursor: z.string().optional(),
    Resources: z.array(zScimGroup)
});

/**
 * One member as a client sends it. `display`, which Okta sends, is ignored.
 */
export const zScimGroupMemberInput = z.looseObject({
    value: z.string().min(1),
    $ref: z.string().optional(),
    type: z.string().optional()
});

/**
 * A group as a client sends it, to create or to replace one. `id` and `meta` may be sent and are ignored; so are attributes that nobody knows.
 */
export const zScimGroupInput = z.looseObject({
    schemas: z.array(z.string().min(1)).min(1),
    externalId: z.string().optional(),
    displayName: z.string().min(1),
    members: z.array(zScimGroupMemberInput).optional()
});

/**
 * One operation.
 */
export const zScimBulkOperation = z.looseObject({
    method: z.string().min(1),
    path: z.string().min(1),
    bulkId: z.string().min(1).optional(),
    version: z.string().optional(),
    data: z.unknown().optional()
});

/**
 * Changes to many resources in one request.
 */
export const zScimBulkRequest = z.looseObject({
    schemas: z.array(z.string().min(1)).min(1),
    failOnErrors: z.int().gte(1).nullish(),
    Operations: z.array(zScimBulkOperation).min(1)
});

/**
 * What became of one operation.
 */
export const zScimBulkOperationResult = z.strictObject({
    location: z.string().optional(),
    method: z.string().optional(),
    bulkId: z.string().optional(),
    version: z.string().optional(),
    status: z.string().regex(/^[2-5][0-9]{2}$/),
    response: zScimError.optional()
});

/**
 * What became of the operations.
 */
export const zScimBulkResponse = z.strictObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:BulkResponse')).min(1),
    Operations: z.array(zScimBulkOperationResult)
});

/**
 * A page of users and groups together.
 */
export const zScimResourceList = z.strictObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:ListResponse')).min(1),
    totalResults: z.int().gte(0),
    startIndex: z.int().gte(1).optional(),
    itemsPerPage: z.int().gte(0),
    nextCursor: z.string().optional(),
    previousCursor: z.string().optional(),
    Resources: z.array(z.union([zScimUser, zScimGroup]))
});

/**
 * A query in a body. Its members mean what the query parameters of the same names mean.
 */
export const zScimSearchRequest = z.looseObject({
    schemas: z.array(z.string().min(1)).min(1),
    filter: z.string().optional(),
    sortBy: z.string().optional(),
    sortOrder: z.enum(['ascending', 'descending']).optional(),
    startIndex: z.int().optional(),
    count: z.int().optional(),
    cursor: z.string().optional(),
    attributes: z.array(z.string()).optional(),
    excludedAttributes: z.array(z.string()).optional()
});

/**
 * Whether an optional feature of SCIM is there.
 */
export const zScimSupport = z.strictObject({
    supported: z.boolean()
});

/**
 * Whether bulk requests are there, and their limits.
 */
export const zScimBulkSupport = z.strictObject({
    supported: z.boolean(),
    maxOperations: z.int().gte(0),
    maxPayloadSize: z.int().gte(0)
});

/**
 * Whether filters are there, and the limit of a page.
 */
export const zScimFilterSupport = z.strictObject({
    supported: z.boolean(),
    maxResults: z.int().gte(1)
});

/**
 * How lists are paged.
 */
export const zScimPaginationSupport = z.strictObject({
    cursor: z.boolean(),
    index: z.boolean(),
    defaultPaginationMethod: z.enum(['cursor', 'index']),
    defaultPageSize: z.int().gte(1),
    maxPageSize: z.int().gte(1)
});

/**
 * One way to authenticate.
 */
export const zScimAuthenticationScheme = z.strictObject({
    type: z.enum([
        'oauth',
        'oauth2',
        'oauthbearertoken',
        'httpbasic',
        'httpdigest'
    ]),
    name: z.string(),
    description: z.string(),
    specUri: z.string().optional(),
    documentationUri: z.string().optional(),
    primary: z.boolean().optional()
});

/**
 * Which optional features of SCIM the server has.
 */
export const zScimServiceProviderConfig = z.looseObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig')).min(1),
    documentationUri: z.string().optional(),
    patch: zScimSupport,
    bulk: zScimBulkSupport,
    filter: zScimFilterSupport,
    changePassword: zScimSupport,
    sort: zScimSupport,
    etag: zScimSupport,
    pagination: zScimPaginationSupport,
    authenticationSchemes: z.array(zScimAuthenticationScheme).min(1),
    meta: zScimMeta
});

/**
 * An extension of a resource type.
 */
export const zScimSchemaExtension = z.strictObject({
    schema: z.string(),
    required: z.boolean()
});

/**
 * A kind of resource, its endpoint and its schemas.
 */
export const zScimResourceType = z.looseObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:schemas:core:2.0:ResourceType')).min(1),
    id: z.string(),
    name: z.string(),
    description: z.string(),
    endpoint: z.string(),
    schema: z.string(),
    schemaExtensions: z.array(zScimSchemaExtension),
    meta: zScimMeta
});

/**
 * All resource types, on one page.
 */
export const zScimResourceTypeList = z.strictObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:ListResponse')).min(1),
    totalResults: z.int().gte(0),
    startIndex: z.int().gte(1),
    itemsPerPage: z.int().gte(0),
    Resources: z.array(zScimResourceType)
});

/**
 * An attribute, or a sub-attribute of a complex one, with all its characteristics.
 */
export const zScimSchemaAttribute = z.strictObject({
    name: z.string(),
    type: z.enum([
        'string',
        'boolean',
        'decimal',
        'integer',
        'dateTime',
        'binary',
        'reference',
        'complex'
    ]),
    multiValued: z.boolean(),
    description: z.string(),
    required: z.boolean(),
    caseExact: z.boolean(),
    mutability: z.enum([
        'readOnly',
        'readWrite',
        'immutable',
        'writeOnly'
    ]),
    returned: z.enum([
        'always',
        'never',
        'default',
        'request'
    ]),
    uniqueness: z.enum([
        'none',
        'server',
        'global'
    ]),
    canonicalValues: z.array(z.string()).optional(),
    referenceTypes: z.array(z.string()).optional(),
    subAttributes: z.array(z.lazy((): any => zScimSchemaAttribute)).optional()
});

/**
 * A schema and its attributes, as the server treats them.
 */
export const zScimSchema = z.looseObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:schemas:core:2.0:Schema')).min(1),
    id: z.string(),
    name: z.string(),
    description: z.string(),
    attributes: z.array(zScimSchemaAttribute).min(1),
    meta: zScimMeta
});

/**
 * All schemas, on one page.
 */
export const zScimSchemaList = z.strictObject({
    schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:ListResponse')).min(1),
    totalResults: z.int().gte(0),
    startIndex: z.int().gte(1),
    itemsPerPage: z.int().gte(0),
    Resources: z.array(zScimSchema)
});

/**
 * A new environment.
 */
export const zEnvironmentInput = z.strictObject({
    name: z.string().min(1).max(200)
});

/**
 * One world of a product, such as live or test. What belongs to one environment is invisible in every other.
 */
export const zEnvironment = z.strictObject({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime({ offset: true })
});

/**
 * A new API key, with the secret that is shown only now.
 */
export const zApiKeyCreated = z.strictObject({
    id: z.uuid(),
    name: z.string(),
    key: z.string().min(1),
    createdAt: z.iso.datetime({ offset: true }),
    revokedAt: z.iso.datetime({ offset: true }).nullable()
});

/**
 * A new environment and its first API key.
 */
export const zEnvironmentCreated = z.strictObject({
    environment: zEnvironment,
    apiKey: zApiKeyCreated
});

/**
 * What went wrong, as a value to switch on. The list is closed: a value is added only together with a new version of this document.
 */
export const zProblemCode = z.enum([
    'invalid_request',
    'unauthorized',
    'forbidden',
    'not_found',
    'method_not_allowed',
    'conflict',
    'idempotency_key_reused',
    'idempotency_key_in_use',
    'payload_too_large',
    'unsupported_media_type',
    'cursor_expired',
    'cursor_invalid',
    'rate_limited',
    'internal',
    'unavailable'
]);

/**
 * One fault of a request.
 */
export const zProblemError = z.strictObject({
    path: z.string(),
    message: z.string()
});

/**
 * Why a request failed (RFC 9457).
 */
export const zProblem = z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().gte(400).lte(599),
    detail: z.string(),
    code: zProblemCode,
    requestId: z.string(),
    errors: z.array(zProblemError).optional()
});

/**
 * A new API key.
 */
export const zApiKeyInput = z.strictObject({
    name: z.string().min(1).max(200)
});

/**
 * The identity provider that feeds a directory. In compat mode all that any of them needs is on for each, so a wrong value does no harm: it helps people, and tells which leniences are expected of the directory.
 */
export const zDirectoryProvider = z.enum([
    'okta',
    'entra',
    'onelogin',
    'jumpcloud',
    'google',
    'pingone',
    'cyberark',
    'sailpoint',
    'generic'
]);

/**
 * `pending` until the first authenticated SCIM request, then `active`. `held`: an unusual number of people were removed, so the events of the directory wait until it is released, while SCIM requests go on and are stored.
 */
export const zDirectoryState = z.enum([
    'pending',
    'active',
    'held'
]);

/**
 * Where the identity provider sends its requests.
 */
export const zDirectoryScim = z.strictObject({
    baseUrl: z.url()
});

/**
 * How SCIM requests are read. `compat` takes the known peculiarities of identity providers; `strict` takes what RFC 7643 and RFC 7644 allow and nothing else.
 */
export const zDirectoryMode = z.enum(['compat', 'strict']);

/**
 * When the events of a directory are held back: when more than `users` people, and more than `percent` of the people who were active, were deactivated or deleted within `windowMinutes`. Whoever was reactivated is not counted.
 */
export const zDirectorySafeguard = z.strictObject({
    enabled: z.boolean(),
    users: z.int().gte(0),
    percent: z.int().gte(0).lte(100),
    windowMinutes: z.int().gte(1).lte(10080)
});

/**
 * How a directory behaves.
 */
export const zDirectorySettings = z.strictObject({
    mode: zDirectoryMode,
    safeguard: zDirectorySafeguard
});

/**
 * Texts of your own, by name. They are stored and returned, and mean nothing to dirsync.
 */
export const zDirectoryMetadata = z.record(z.string(), z.string().max(1000));

/**
 * One customer's people and groups, as one identity provider sends them.
 */
export const zDirectory = z.strictObject({
    id: z.uuid(),
    name: z.string(),
    organizationId: z.string().nullable(),
    provider: zDirectoryProvider,
    state: zDirectoryState,
    scim: zDirectoryScim,
    settings: zDirectorySettings,
    metadata: zDirectoryMetadata,
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
    lastRequestAt: z.iso.datetime({ offset: true }).nullable()
});

/**
 * A page of directories.
 */
export const zDirectoryList = z.strictObject({
    data: z.array(zDirectory),
    nextCursor: z.string().nullable()
});

/**
 * What to change of the safeguard. What is left out keeps its value, at first the default.
 */
export const zDirectorySafeguardInput = z.strictObject({
    enabled: z.boolean().optional(),
    users: z.int().gte(0).lte(1000000000).optional(),
    percent: z.int().gte(0).lte(100).optional(),
    windowMinutes: z.int().gte(1).lte(10080).optional()
});

/**
 * Settings to choose or to change. What is left out keeps its value, at first the default.
 */
export const zDirectorySettingsInput = z.strictObject({
    mode: zDirectoryMode.optional(),
    safeguard: zDirectorySafeguardInput.optional()
});

/**
 * A new directory.
 */
export const zDirectoryInput = z.strictObject({
    name: z.string().min(1).max(200),
    provider: zDirectoryProvider.optional(),
    organizationId: z.string().min(1).max(200).nullish(),
    settings: zDirectorySettingsInput.optional(),
    metadata: zDirectoryMetadata.optional()
});

/**
 * What to change of a directory. What is left out stays as it is.
 */
export const zDirectoryUpdate = z.strictObject({
    name: z.string().min(1).max(200).optional(),
    provider: zDirectoryProvider.optional(),
    organizationId: z.string().min(1).max(200).nullish(),
    settings: zDirectorySettingsInput.optional(),
    metadata: zDirectoryMetadata.optional()
});

/**
 * How the held events of a directory are released.
 */
export const zDirectoryRelease = z.strictObject({
    mode: z.enum(['deliver', 'settle'])
});

/**
 * A bearer token with which the identity provider calls the SCIM endpoint of one directory.
 */
export const zDirectoryToken = z.strictObject({
    id: z.uuid(),
    name: z.string().nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }).nullable(),
    revokedAt: z.iso.datetime({ offset: true }).nullable()
});

/**
 * A page of directory tokens.
 */
export const zDirectoryTokenList = z.strictObject({
    data: z.array(zDirectoryToken),
    nextCursor: z.string().nullable()
});

/**
 * A new directory token.
 */
export const zDirectoryTokenInput = z.strictObject({
    name: z.string().min(1).max(200).nullish(),
    expiresAt: z.iso.datetime({ offset: true }).nullish()
});

/**
 * A new directory token, with the secret that is shown only now.
 */
export const zDirectoryTokenCreated = z.strictObject({
    id: z.uuid(),
    token: z.string().min(1),
    createdAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }).nullable()
});

/**
 * The name of something that compat mode takes beside RFC 7643 and RFC 7644; `docs/leniences.md` describes each. More may come.
 */
export const zLenience = z.enum([
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
    'invalidReference',
    'legacySchemaUrn',
    'listForSingle',
    'managerId',
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
    'unquotedFilterValue'
]);

/**
 * A lenience that the identity provider of a directory has leaned on.
 */
export const zDirectoryLenience = z.strictObject({
    name: zLenience,
    isExpected: z.boolean(),
    requestCount: z.int().gte(1),
    firstUsedAt: z.iso.datetime({ offset: true }),
    lastUsedAt: z.iso.datetime({ offset: true })
});

/**
 * The leniences that a directory has used, all on one page.
 */
export const zDirectoryLenienceList = z.strictObject({
    data: z.array(zDirectoryLenience),
    nextCursor: z.string().nullable()
});

/**
 * An e-mail address of a user.
 */
export const zEmail = z.strictObject({
    value: z.string(),
    type: z.string().nullable(),
    primary: z.boolean()
});

/**
 * A telephone number of a user.
 */
export const zPhoneNumber = z.strictObject({
    value: z.string(),
    type: z.string().nullable(),
    primary: z.boolean()
});

/**
 * The attributes of SCIM extensions, each extension under its URN, as the identity provider sent them; empty when there are none.
 */
export const zCustomAttributes = z.looseObject({});

/**
 * A person, in the same shape for every identity provider.
 */
export const zUser = z.strictObject({
    id: z.uuid(),
    directoryId: z.uuid(),
    externalId: z.string().nullable(),
    userName: z.string(),
    email: z.string().nullable(),
    emails: z.array(zEmail),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    displayName: z.string().nullable(),
    active: z.boolean(),
    title: z.string().nullable(),
    department: z.string().nullable(),
    employeeNumber: z.string().nullable(),
    managerId: z.string().nullable(),
    locale: z.string().nullable(),
    timezone: z.string().nullable(),
    phoneNumbers: z.array(zPhoneNumber),
    customAttributes: zCustomAttributes,
    raw: z.looseObject({}),
    version: z.int().gte(1),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true })
});

/**
 * A page of users.
 */
export const zUserList = z.strictObject({
    data: z.array(zUser),
    nextCursor: z.string().nullable(),
    eventCursor: z.string()
});

/**
 * A group of users and of other groups. Its members are listed on their own.
 */
export const zGroup = z.strictObject({
    id: z.uuid(),
    directoryId: z.uuid(),
    externalId: z.string().nullable(),
    displayName: z.string(),
    memberCount: z.int().gte(0),
    raw: z.looseObject({}),
    version: z.int().gte(1),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true })
});

/**
 * A page of groups.
 */
export const zGroupList = z.strictObject({
    data: z.array(zGroup),
    nextCursor: z.string().nullable(),
    eventCursor: z.string()
});

/**
 * A direct member of a group: a user or a nested group.
 */
export const zGroupMember = z.strictObject({
    type: z.enum(['user', 'group']),
    id: z.uuid(),
    externalId: z.string().nullable(),
    userName: z.string().nullable(),
    displayName: z.string().nullable(),
    email: z.string().nullable()
});

/**
 * A page of members of a group.
 */
export const zGroupMemberList = z.strictObject({
    data: z.array(zGroupMember),
    nextCursor: z.string().nullable()
});

/**
 * The type of an event of a directory.
 */
export const zEventType = z.enum([
    'user.created',
    'user.updated',
    'user.deactivated',
    'user.reactivated',
    'user.deleted',
    'group.created',
    'group.updated',
    'group.deleted',
    'group.user_added',
    'group.user_removed',
    'group.group_added',
    'group.group_removed',
    'directory.activated',
    'directory.held',
    'directory.released',
    'directory.deleted'
]);

/**
 * A user as events carry it: without `raw`.
 */
export const zEventUser = z.strictObject({
    id: z.uuid(),
    directoryId: z.uuid(),
    externalId: z.string().nullable(),
    userName: z.string(),
    email: z.string().nullable(),
    emails: z.array(zEmail),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    displayName: z.string().nullable(),
    active: z.boolean(),
    title: z.string().nullable(),
    department: z.string().nullable(),
    employeeNumber: z.string().nullable(),
    managerId: z.string().nullable(),
    locale: z.string().nullable(),
    timezone: z.string().nullable(),
    phoneNumbers: z.array(zPhoneNumber),
    customAttributes: zCustomAttributes,
    version: z.int().gte(1),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true })
});

/**
 * The user that the event is about.
 */
export const zUserEventData = z.strictObject({
    user: zEventUser
});

/**
 * A user was created.
 */
export const zUserCreatedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('user.created'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zUserEventData
});

/**
 * The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone.
 */
export const zUserPrevious = z.strictObject({
    externalId: z.string().nullish(),
    userName: z.string().optional(),
    email: z.string().nullish(),
    emails: z.array(zEmail).optional(),
    givenName: z.string().nullish(),
    familyName: z.string().nullish(),
    displayName: z.string().nullish(),
    active: z.boolean().optional(),
    title: z.string().nullish(),
    department: z.string().nullish(),
    employeeNumber: z.string().nullish(),
    managerId: z.string().nullish(),
    locale: z.string().nullish(),
    timezone: z.string().nullish(),
    phoneNumbers: z.array(zPhoneNumber).optional(),
    customAttributes: zCustomAttributes.optional()
});

/**
 * The user after the change, and what changed.
 */
export const zUserChangeEventData = z.strictObject({
    user: zEventUser,
    previous: zUserPrevious
});

/**
 * Fields of a user changed.
 */
export const zUserUpdatedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('user.updated'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zUserChangeEventData
});

/**
 * The `active` of a user went from true to false.
 */
export const zUserDeactivatedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('user.deactivated'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zUserChangeEventData
});

/**
 * The `active` of a user went from false to true.
 */
export const zUserReactivatedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('user.reactivated'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zUserChangeEventData
});

/**
 * A user was deleted; `data.user` is the last state.
 */
export const zUserDeletedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('user.deleted'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zUserEventData
});

/**
 * A group as events carry it: without `raw`, and never with its members.
 */
export const zEventGroup = z.strictObject({
    id: z.uuid(),
    directoryId: z.uuid(),
    externalId: z.string().nullable(),
    displayName: z.string(),
    memberCount: z.int().gte(0),
    version: z.int().gte(1),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true })
});

/**
 * The group that the event is about.
 */
export const zGroupEventData = z.strictObject({
    group: zEventGroup
});

/**
 * A group was created.
 */
export const zGroupCreatedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('group.created'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zGroupEventData
});

/**
 * The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone.
 */
export const zGroupPrevious = z.strictObject({
    externalId: z.string().nullish(),
    displayName: z.string().optional()
});

/**
 * The group after the change, and what changed.
 */
export const zGroupChangeEventData = z.strictObject({
    group: zEventGroup,
    previous: zGroupPrevious
});

/**
 * Fields of a group changed, not its members.
 */
export const zGroupUpdatedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('group.updated'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zGroupChangeEventData
});

/**
 * A group was deleted; `data.group` is the last state.
 */
export const zGroupDeletedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('group.deleted'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zGroupEventData
});

/**
 * Which group a membership is about.
 */
export const zGroupReference = z.strictObject({
    id: z.uuid(),
    externalId: z.string().nullable(),
    displayName: z.string()
});

/**
 * Which user a membership is about.
 */
export const zUserReference = z.strictObject({
    id: z.uuid(),
    externalId: z.string().nullable(),
    userName: z.string(),
    email: z.string().nullable()
});

/**
 * One membership of a user in a group.
 */
export const zGroupUserEventData = z.strictObject({
    group: zGroupReference,
    user: zUserReference
});

/**
 * A user became a member of a group.
 */
export const zGroupUserAddedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('group.user_added'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zGroupUserEventData
});

/**
 * A user is no longer a member of a group.
 */
export const zGroupUserRemovedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('group.user_removed'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zGroupUserEventData
});

/**
 * One membership of a group in another.
 */
export const zGroupGroupEventData = z.strictObject({
    group: zGroupReference,
    memberGroup: zGroupReference
});

/**
 * A group became a member of another.
 */
export const zGroupGroupAddedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('group.group_added'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zGroupGroupEventData
});

/**
 * A group is no longer a member of another.
 */
export const zGroupGroupRemovedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('group.group_removed'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zGroupGroupEventData
});

/**
 * The directory that the event is about.
 */
export const zDirectoryEventData = z.strictObject({
    directory: zDirectory
});

/**
 * The identity provider sent its first authenticated request.
 */
export const zDirectoryActivatedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('directory.activated'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zDirectoryEventData
});

/**
 * The events of the directory are held back.
 */
export const zDirectoryHeldEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('directory.held'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zDirectoryEventData
});

/**
 * The events of the directory flow again.
 */
export const zDirectoryReleasedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('directory.released'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zDirectoryEventData
});

/**
 * The directory was deleted; `data.directory` is the last state.
 */
export const zDirectoryDeletedEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('directory.deleted'),
    timestamp: z.iso.datetime({ offset: true }),
    sequence: z.int().gte(1),
    directoryId: z.uuid(),
    organizationId: z.string().nullable(),
    data: zDirectoryEventData
});

/**
 * An event of a directory, the same in the log and in a webhook.
 */
export const zEvent = z.discriminatedUnion('type', [
    zUserCreatedEvent,
    zUserUpdatedEvent,
    zUserDeactivatedEvent,
    zUserReactivatedEvent,
    zUserDeletedEvent,
    zGroupCreatedEvent,
    zGroupUpdatedEvent,
    zGroupDeletedEvent,
    zGroupUserAddedEvent,
    zGroupUserRemovedEvent,
    zGroupGroupAddedEvent,
    zGroupGroupRemovedEvent,
    zDirectoryActivatedEvent,
    zDirectoryHeldEvent,
    zDirectoryReleasedEvent,
    zDirectoryDeletedEvent
]);

/**
 * A page of the event log.
 */
export const zEventList = z.strictObject({
    data: z.array(zEvent),
    nextCursor: z.string()
});

/**
 * The type of an event that a webhook endpoint can get: those of directories, and `endpoint.*` about endpoints themselves.
 */
export const zWebhookEventType = z.enum([
    'user.created',
    'user.updated',
    'user.deactivated',
    'user.reactivated',
    'user.deleted',
    'group.created',
    'group.updated',
    'group.deleted',
    'group.user_added',
    'group.user_removed',
    'group.group_added',
    'group.group_removed',
    'directory.activated',
    'directory.held',
    'directory.released',
    'directory.deleted',
    'endpoint.test',
    'endpoint.disabled'
]);

/**
 * How messages are signed: `v1` by HMAC-SHA256 with the `secret` of the endpoint, `v1a` by Ed25519, which is verified with its `publicKey`.
 */
export const zWebhookSignatureVersion = z.enum(['v1', 'v1a']);

/**
 * `disabled`: nothing is sent. Enabled again, it goes on from where it stood: what waits in its queue comes first, then what the log has got meanwhile.
 */
export const zWebhookEndpointState = z.enum(['enabled', 'disabled']);

/**
 * Why a webhook endpoint is disabled. `requested`: somebody asked for it. `failing`: its receiver failed for five days. `gone`: its receiver answered 410.
 */
export const zWebhookEndpointDisabledReason = z.enum([
    'requested',
    'failing',
    'gone'
]);

/**
 * The last replay of a webhook endpoint.
 */
export const zWebhookEndpointReplay = z.strictObject({
    after: z.string(),
    startedAt: z.iso.datetime({ offset: true }),
    finishedAt: z.iso.datetime({ offset: true }).nullable(),
    deliveries: z.int().gte(0),
    progress: z.number().gte(0).lte(1)
});

/**
 * A receiver of events.
 */
export const zWebhookEndpoint = z.strictObject({
    id: z.uuid(),
    url: z.string(),
    description: z.string().nullable(),
    eventTypes: z.array(zWebhookEventType).nullable(),
    directoryIds: z.array(z.uuid()).nullable(),
    signatures: z.array(zWebhookSignatureVersion).min(1).max(2),
    publicKey: z.string(),
    state: zWebhookEndpointState,
    disabledReason: zWebhookEndpointDisabledReason.nullable(),
    disabledAt: z.iso.datetime({ offset: true }).nullable(),
    resumeCursor: z.string().nullable(),
    failingSince: z.iso.datetime({ offset: true }).nullable(),
    nextProbeAt: z.iso.datetime({ offset: true }).nullable(),
    replay: zWebhookEndpointReplay.nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true })
});

/**
 * A page of webhook endpoints.
 */
export const zWebhookEndpointList = z.strictObject({
    data: z.array(zWebhookEndpoint),
    nextCursor: z.string().nullable()
});

/**
 * A new webhook endpoint.
 */
export const zWebhookEndpointInput = z.strictObject({
    url: z.string().min(1).max(2048).regex(/^https?:\/\//),
    description: z.string().max(500).nullish(),
    eventTypes: z.array(zWebhookEventType).min(1).nullish(),
    directoryIds: z.array(z.uuid()).min(1).nullish(),
    signatures: z.array(zWebhookSignatureVersion).min(1).max(2).optional()
});

/**
 * A new webhook endpoint, with the secret that is shown only now.
 */
export const zWebhookEndpointCreated = z.strictObject({
    id: z.uuid(),
    url: z.string(),
    description: z.string().nullable(),
    eventTypes: z.array(zWebhookEventType).nullable(),
    directoryIds: z.array(z.uuid()).nullable(),
    signatures: z.array(zWebhookSignatureVersion).min(1).max(2),
    publicKey: z.string(),
    state: zWebhookEndpointState,
    disabledReason: zWebhookEndpointDisabledReason.nullable(),
    disabledAt: z.iso.datetime({ offset: true }).nullable(),
    resumeCursor: z.string().nullable(),
    failingSince: z.iso.datetime({ offset: true }).nullable(),
    nextProbeAt: z.iso.datetime({ offset: true }).nullable(),
    replay: zWebhookEndpointReplay.nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
    secret: z.string().min(1)
});

/**
 * What to change of a webhook endpoint. What is left out stays as it is.
 */
export const zWebhookEndpointUpdate = z.strictObject({
    url: z.string().min(1).max(2048).regex(/^https?:\/\//).optional(),
    description: z.string().max(500).nullish(),
    eventTypes: z.array(zWebhookEventType).min(1).nullish(),
    directoryIds: z.array(z.uuid()).min(1).nullish(),
    signatures: z.array(zWebhookSignatureVersion).min(1).max(2).optional(),
    state: zWebhookEndpointState.optional()
});

/**
 * How to rotate a signing secret.
 */
export const zWebhookEndpointSecretInput = z.strictObject({
    overlapSeconds: z.int().gte(0).lte(604800).optional()
});

/**
 * The new keys of an endpoint; the secret is shown only now.
 */
export const zWebhookEndpointSecret = z.strictObject({
    secret: z.string().min(1),
    publicKey: z.string(),
    previousSecretExpiresAt: z.iso.datetime({ offset: true })
});

/**
 * `pending`: to be sent, or sent again. `delivered`: the receiver answered with a 2xx status. `failed`: the receiver refused it four times while it took others, so those behind it go on without it; it can be retried by hand.
 */
export const zDeliveryState = z.enum([
    'pending',
    'delivered',
    'failed'
]);

/**
 * One event on its way to one webhook endpoint.
 */
export const zDelivery = z.strictObject({
    id: z.uuid(),
    endpointId: z.uuid(),
    eventId: z.uuid(),
    eventType: zWebhookEventType,
    directoryId: z.uuid().nullable(),
    sequence: z.int().gte(1).nullable(),
    isReplay: z.boolean(),
    state: zDeliveryState,
    attempts: z.int().gte(0),
    nextAttemptAt: z.iso.datetime({ offset: true }).nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    finishedAt: z.iso.datetime({ offset: true }).nullable()
});

/**
 * Where a replay begins.
 */
export const zWebhookEndpointReplayInput = z.strictObject({
    after: z.string().min(1).max(1024)
});

/**
 * A page of deliveries.
 */
export const zDeliveryList = z.strictObject({
    data: z.array(zDelivery),
    nextCursor: z.string().nullable()
});

/**
 * One try to deliver an event.
 */
export const zDeliveryAttempt = z.strictObject({
    attemptedAt: z.iso.datetime({ offset: true }),
    durationMs: z.int().gte(0),
    status: z.int().nullable(),
    error: z.string().nullable(),
    responseBody: z.string().nullable()
});

/**
 * A delivery with all its attempts.
 */
export const zDeliveryDetail = z.strictObject({
    id: z.uuid(),
    endpointId: z.uuid(),
    eventId: z.uuid(),
    eventType: zWebhookEventType,
    directoryId: z.uuid().nullable(),
    sequence: z.int().gte(1).nullable(),
    isReplay: z.boolean(),
    state: zDeliveryState,
    attempts: z.int().gte(0),
    nextAttemptAt: z.iso.datetime({ offset: true }).nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    finishedAt: z.iso.datetime({ offset: true }).nullable(),
    attemptLog: z.array(zDeliveryAttempt)
});

/**
 * A key of the directory API. It opens one environment and nothing of another.
 */
export const zApiKey = z.strictObject({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime({ offset: true }),
    revokedAt: z.iso.datetime({ offset: true }).nullable()
});

/**
 * A page of API keys.
 */
export const zApiKeyList = z.strictObject({
    data: z.array(zApiKey),
    nextCursor: z.string().nullable()
});

/**
 * A sign of life.
 */
export const zHealth = z.strictObject({
    status: z.literal('ok')
});

/**
 * The server takes requests.
 */
export const zReadiness = z.strictObject({
    status: z.literal('ready')
});

/**
 * The public key of an Ed25519 key pair (RFC 8037 section 2).
 */
export const zJsonWebKey = z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    kid: z.string(),
    use: z.literal('sig'),
    alg: z.literal('EdDSA')
});

/**
 * Public keys (RFC 7517 section 5).
 */
export const zJsonWebKeySet = z.strictObject({
    keys: z.array(zJsonWebKey)
});

/**
 * An OpenAPI 3.1 document.
 */
export const zOpenapiDocument = z.looseObject({
    openapi: z.string(),
    info: z.looseObject({}),
    paths: z.looseObject({})
});

/**
 * The webhook endpoint that the event is about.
 */
export const zEndpointEventData = z.strictObject({
    endpoint: zWebhookEndpoint
});

/**
 * A test message to a webhook endpoint.
 */
export const zEndpointTestEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('endpoint.test'),
    timestamp: z.iso.datetime({ offset: true }),
    data: zEndpointEventData
});

/**
 * A webhook endpoint was disabled.
 */
export const zEndpointDisabledEvent = z.strictObject({
    id: z.uuid(),
    type: z.literal('endpoint.disabled'),
    timestamp: z.iso.datetime({ offset: true }),
    data: zEndpointEventData
});

/**
 * What a webhook endpoint gets: an event of a directory, or one about an endpoint, which is in no log.
 */
export const zWebhookEvent = z.discriminatedUnion('type', [
    zUserCreatedEvent,
    zUserUpdatedEvent,
    zUserDeactivatedEvent,
    zUserReactivatedEvent,
    zUserDeletedEvent,
    zGroupCreatedEvent,
    zGroupUpdatedEvent,
    zGroupDeletedEvent,
    zGroupUserAddedEvent,
    zGroupUserRemovedEvent,
    zGroupGroupAddedEvent,
    zGroupGroupRemovedEvent,
    zDirectoryActivatedEvent,
    zDirectoryHeldEvent,
    zDirectoryReleasedEvent,
    zDirectoryDeletedEvent,
    zEndpointTestEvent,
    zEndpointDisabledEvent
]);

/**
 * The directory, part of the base URL that its administrator pastes into the identity provider.
 */
export const zScimDirectoryId = z.string().min(1);

/**
 * Which resources to list: the whole grammar of RFC 7644 section 3.4.2.2, on every attribute, those of extensions too.
 * Attribute names and operators are taken in any case; text is compared as the attribute's `caseExact` says, dates as
 * moments. A multi-valued attribute matches when any of its values does; `type ne "work"` also when there is none. What is
 * in brackets holds for one and the same element: `emails[type eq "work" and value co "@example.com"]`.
 *
 * Compat mode takes unquoted values, as in Entra's examples, and a complex attribute for its `.value`
 * (`manager eq "..."`).
 *
 * What cannot be answered exactly is 400 invalidFilter, never an empty list: an attribute that no schema of the
 * resource type has, `password`, `gt` on a boolean, more than 8,192 characters, 32 levels of parentheses or 256
 * comparisons. Attributes behind the URN of an extension that no schema describes are looked for as they were given.
 *
 * Indexes serve `eq` on `id`, `userName`, `externalId`, `displayName`, `emails.value`, `groups.value` and
 * `members.value`, `sw` on the names, and comparisons of `meta.lastModified`, also as parts of an `and`; other filters
 * read the whole directory.
 *
 */
export const zScimFilter = z.string();

/**
 * The position of the first resource wanted, from 1 (RFC 7644 section 3.4.2.4). Less than 1 is taken as 1; what is no integer is 400 invalidValue; beyond the end the page is empty. Without it 1.
 */
export const zScimStartIndex = z.int();

/**
 * The most resources wanted on the page (RFC 7644 section 3.4.2.4). Without it 100; more than 200 is taken as 200, less than 0 as 0, and 0 asks for `totalResults` alone. What is no integer is 400 invalidValue, beside a cursor invalidCount.
 */
export const zScimCount = z.int();

/**
 * Asks for pages by cursor (RFC 9865): empty for the first page, then `nextCursor` or `previousCursor` of the page before, with the same filter, sorting and count. Resources that are created, changed or deleted meanwhile move no others, so none is missed or listed twice; only one whose own `sortBy` value changes may move past the page. Cursors do not expire. What is no cursor of this query is 400 invalidCursor; another count than before is 400 invalidCount. Not together with `startIndex`.
 */
export const zScimCursor = z.string();

/**
 * The attribute to order by (RFC 7644 section 3.4.2.3): numbers and dates by value, text by code points and as `caseExact` says. A multi-valued attribute counts with its primary value, else its first; a complex one needs a sub-attribute (`name.familyName`), or in compat mode stands for its `.value`. Resources without a value come last, or first when descending; equal ones in the order of their ids. An attribute that the resource type does not have is 400 invalidValue. Of text longer than 500 characters the first 500 count. Without it resources come in the order in which they were created.
 */
export const zScimSortBy = z.string();

/**
 * The direction of `sortBy`; ascending unless given. Anything else is 400 invalidValue.
 */
export const zScimSortOrder = z.enum(['ascending', 'descending']);

/**
 * The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue.
 */
export const zScimAttributes = z.string();

/**
 * The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come.
 */
export const zScimExcludedAttributes = z.string();

/**
 * The `id` that the server gave the user.
 */
export const zScimUserId = z.string().min(1);

/**
 * The entity tags that the client holds (RFC 7644 section 3.14), or `*`. When the resource still has one of them, the answer is 304 without a body. A tag covers what is written to the resource itself: the `groups` of a user, which follow from the groups, have no part in it.
 */
export const zScimIfNoneMatch = z.string();

/**
 * The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes.
 */
export const zScimIfMatch = z.string();

/**
 * The `id` that the server gave the group.
 */
export const zScimGroupId = z.string().min(1);

/**
 * The `id` of a resource type: `User` or `Group`.
 */
export const zScimResourceTypeId = z.string().min(1);

/**
 * The URN of a schema.
 */
export const zScimSchemaUrn = z.string().min(1);

/**
 * A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key.
 */
export const zIdempotencyKey = z.string().regex(/^[\x21-\x7E]{1,255}$/);

/**
 * The `name` of the environment, such as `default`.
 */
export const zEnvironmentName = z.string().min(1);

/**
 * How many at most on this page.
 */
export const zLimit = z.int().gte(1).lte(200).default(100);

/**
 * The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page.
 */
export const zAfter = z.string().min(1).max(1024);

/**
 * The `id` of the directory.
 */
export const zDirectoryId = z.string().min(1);

/**
 * The `id` of the directory token.
 */
export const zTokenId = z.string().min(1);

/**
 * The `id` of the user.
 */
export const zUserId = z.string().min(1);

/**
 * The `id` of the group.
 */
export const zGroupId = z.string().min(1);

/**
 * Where to go on: a `nextCursor` of this operation, or the `eventCursor` of a list of users or groups. Without it the oldest event that is kept comes first.
 */
export const zEventsAfter = z.string().min(1).max(1024);

/**
 * The `id` of the event.
 */
export const zEventId = z.string().min(1);

/**
 * The `id` of the webhook endpoint.
 */
export const zEndpointId = z.string().min(1);

/**
 * The `id` of the delivery.
 */
export const zDeliveryId = z.string().min(1);

/**
 * The `id` of the API key, not the key itself.
 */
export const zApiKeyId = z.string().min(1);

/**
 * The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled.
 */
export const zWebhookId = z.string().min(1);

/**
 * When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off.
 */
export const zWebhookTimestamp = z.int().gte(0);

/**
 * One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each.
 */
export const zWebhookSignature = z.string().min(1);

/**
 * `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before.
 */
export const zWebhookReplay = z.literal('true');

export const zScimListUsersPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimListUsersQuery = z.looseObject({
    filter: z.string().optional(),
    startIndex: z.int().optional(),
    count: z.int().optional(),
    cursor: z.string().optional(),
    sortBy: z.string().optional(),
    sortOrder: z.enum(['ascending', 'descending']).optional(),
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimCreateUserBody = zScimUserInput;

export const zScimCreateUserPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimCreateUserQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimDeleteUserHeaders = z.looseObject({
    'If-Match': z.string().optional()
});

export const zScimDeleteUserPath = z.looseObject({
    directoryId: z.string().min(1),
    userId: z.string().min(1)
});

export const zScimGetUserHeaders = z.looseObject({
    'If-None-Match': z.string().optional()
});

export const zScimGetUserPath = z.looseObject({
    directoryId: z.string().min(1),
    userId: z.string().min(1)
});

export const zScimGetUserQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimPatchUserBody = zScimPatchRequest;

export const zScimPatchUserHeaders = z.looseObject({
    'If-Match': z.string().optional()
});

export const zScimPatchUserPath = z.looseObject({
    directoryId: z.string().min(1),
    userId: z.string().min(1)
});

export const zScimPatchUserQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimReplaceUserBody = zScimUserInput;

export const zScimReplaceUserHeaders = z.looseObject({
    'If-Match': z.string().optional()
});

export const zScimReplaceUserPath = z.looseObject({
    directoryId: z.string().min(1),
    userId: z.string().min(1)
});

export const zScimReplaceUserQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimListGroupsPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimListGroupsQuery = z.looseObject({
    filter: z.string().optional(),
    startIndex: z.int().optional(),
    count: z.int().optional(),
    cursor: z.string().optional(),
    sortBy: z.string().optional(),
    sortOrder: z.enum(['ascending', 'descending']).optional(),
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimCreateGroupBody = zScimGroupInput;

export const zScimCreateGroupPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimCreateGroupQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimDeleteGroupHeaders = z.looseObject({
    'If-Match': z.string().optional()
});

export const zScimDeleteGroupPath = z.looseObject({
    directoryId: z.string().min(1),
    groupId: z.string().min(1)
});

export const zScimGetGroupHeaders = z.looseObject({
    'If-None-Match': z.string().optional()
});

export const zScimGetGroupPath = z.looseObject({
    directoryId: z.string().min(1),
    groupId: z.string().min(1)
});

export const zScimGetGroupQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimPatchGroupBody = zScimPatchRequest;

export const zScimPatchGroupHeaders = z.looseObject({
    'If-Match': z.string().optional()
});

export const zScimPatchGroupPath = z.looseObject({
    directoryId: z.string().min(1),
    groupId: z.string().min(1)
});

export const zScimPatchGroupQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimReplaceGroupBody = zScimGroupInput;

export const zScimReplaceGroupHeaders = z.looseObject({
    'If-Match': z.string().optional()
});

export const zScimReplaceGroupPath = z.looseObject({
    directoryId: z.string().min(1),
    groupId: z.string().min(1)
});

export const zScimReplaceGroupQuery = z.looseObject({
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimBulkBody = zScimBulkRequest;

export const zScimBulkPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimDeleteMePath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimGetMePath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimPatchMePath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimCreateMePath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimReplaceMePath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimListAllPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimListAllQuery = z.looseObject({
    filter: z.string().optional(),
    startIndex: z.int().optional(),
    count: z.int().optional(),
    cursor: z.string().optional(),
    sortBy: z.string().optional(),
    sortOrder: z.enum(['ascending', 'descending']).optional(),
    attributes: z.string().optional(),
    excludedAttributes: z.string().optional()
});

export const zScimSearchAllBody = zScimSearchRequest;

export const zScimSearchAllPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimSearchUsersBody = zScimSearchRequest;

export const zScimSearchUsersPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimSearchGroupsBody = zScimSearchRequest;

export const zScimSearchGroupsPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimGetServiceProviderConfigPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimListResourceTypesPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimGetResourceTypePath = z.looseObject({
    directoryId: z.string().min(1),
    resourceTypeId: z.string().min(1)
});

export const zScimListSchemasPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zScimGetSchemaPath = z.looseObject({
    directoryId: z.string().min(1),
    schemaUrn: z.string().min(1)
});

export const zCreateEnvironmentBody = zEnvironmentInput;

export const zCreateEnvironmentHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zCreateEnvironmentApiKeyBody = zApiKeyInput;

export const zCreateEnvironmentApiKeyHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zCreateEnvironmentApiKeyPath = z.looseObject({
    environmentName: z.string().min(1)
});

export const zListDirectoriesQuery = z.looseObject({
    organizationId: z.string().min(1).optional(),
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zCreateDirectoryBody = zDirectoryInput;

export const zCreateDirectoryHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zDeleteDirectoryPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zGetDirectoryPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zUpdateDirectoryBody = zDirectoryUpdate;

export const zUpdateDirectoryPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zReleaseDirectoryBody = zDirectoryRelease;

export const zReleaseDirectoryHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zReleaseDirectoryPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zListDirectoryTokensPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zListDirectoryTokensQuery = z.looseObject({
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zCreateDirectoryTokenBody = zDirectoryTokenInput;

export const zCreateDirectoryTokenHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zCreateDirectoryTokenPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zRevokeDirectoryTokenPath = z.looseObject({
    directoryId: z.string().min(1),
    tokenId: z.string().min(1)
});

export const zListDirectoryLeniencesPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zListUsersPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zListUsersQuery = z.looseObject({
    groupId: z.string().min(1).optional(),
    email: z.string().min(1).optional(),
    userName: z.string().min(1).optional(),
    externalId: z.string().min(1).optional(),
    active: z.boolean().optional(),
    updatedSince: z.iso.datetime({ offset: true }).optional(),
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zGetUserPath = z.looseObject({
    directoryId: z.string().min(1),
    userId: z.string().min(1)
});

export const zEraseUserDataPath = z.looseObject({
    directoryId: z.string().min(1),
    userId: z.string().min(1)
});

export const zListUserGroupsPath = z.looseObject({
    directoryId: z.string().min(1),
    userId: z.string().min(1)
});

export const zListUserGroupsQuery = z.looseObject({
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zListGroupsPath = z.looseObject({
    directoryId: z.string().min(1)
});

export const zListGroupsQuery = z.looseObject({
    userId: z.string().min(1).optional(),
    displayName: z.string().min(1).optional(),
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zGetGroupPath = z.looseObject({
    directoryId: z.string().min(1),
    groupId: z.string().min(1)
});

export const zListGroupMembersPath = z.looseObject({
    directoryId: z.string().min(1),
    groupId: z.string().min(1)
});

export const zListGroupMembersQuery = z.looseObject({
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zListEventsQuery = z.looseObject({
    after: z.string().min(1).max(1024).optional(),
    directoryId: z.string().min(1).optional(),
    types: z.array(zEventType).min(1).optional(),
    limit: z.int().gte(1).lte(200).optional().default(100),
    waitSeconds: z.int().gte(0).lte(60).optional().default(0)
});

export const zGetEventPath = z.looseObject({
    eventId: z.string().min(1)
});

export const zListWebhookEndpointsQuery = z.looseObject({
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zCreateWebhookEndpointBody = zWebhookEndpointInput;

export const zCreateWebhookEndpointHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zDeleteWebhookEndpointPath = z.looseObject({
    endpointId: z.string().min(1)
});

export const zGetWebhookEndpointPath = z.looseObject({
    endpointId: z.string().min(1)
});

export const zUpdateWebhookEndpointBody = zWebhookEndpointUpdate;

export const zUpdateWebhookEndpointPath = z.looseObject({
    endpointId: z.string().min(1)
});

export const zRotateWebhookEndpointSecretBody = zWebhookEndpointSecretInput;

export const zRotateWebhookEndpointSecretHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zRotateWebhookEndpointSecretPath = z.looseObject({
    endpointId: z.string().min(1)
});

export const zTestWebhookEndpointHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zTestWebhookEndpointPath = z.looseObject({
    endpointId: z.string().min(1)
});

export const zReplayWebhookEndpointBody = zWebhookEndpointReplayInput;

export const zReplayWebhookEndpointHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zReplayWebhookEndpointPath = z.looseObject({
    endpointId: z.string().min(1)
});

export const zListDeliveriesQuery = z.looseObject({
    endpointId: z.string().min(1).optional(),
    eventId: z.string().min(1).optional(),
    state: zDeliveryState.optional(),
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zGetDeliveryPath = z.looseObject({
    deliveryId: z.string().min(1)
});

export const zRetryDeliveryHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zRetryDeliveryPath = z.looseObject({
    deliveryId: z.string().min(1)
});

export const zListApiKeysQuery = z.looseObject({
    limit: z.int().gte(1).lte(200).optional().default(100),
    after: z.string().min(1).max(1024).optional()
});

export const zCreateApiKeyBody = zApiKeyInput;

export const zCreateApiKeyHeaders = z.looseObject({
    'Idempotency-Key': z.string().regex(/^[\x21-\x7E]{1,255}$/).optional()
});

export const zRevokeApiKeyPath = z.looseObject({
    apiKeyId: z.string().min(1)
});

export const zGetJwksQuery = z.looseObject({
    endpointId: z.uuid()
});

export const zOnUserCreatedWebhookRequest = z.looseObject({
    body: zUserCreatedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnUserUpdatedWebhookRequest = z.looseObject({
    body: zUserUpdatedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnUserDeactivatedWebhookRequest = z.looseObject({
    body: zUserDeactivatedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnUserReactivatedWebhookRequest = z.looseObject({
    body: zUserReactivatedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnUserDeletedWebhookRequest = z.looseObject({
    body: zUserDeletedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnGroupCreatedWebhookRequest = z.looseObject({
    body: zGroupCreatedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnGroupUpdatedWebhookRequest = z.looseObject({
    body: zGroupUpdatedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnGroupDeletedWebhookRequest = z.looseObject({
    body: zGroupDeletedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnGroupUserAddedWebhookRequest = z.looseObject({
    body: zGroupUserAddedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnGroupUserRemovedWebhookRequest = z.looseObject({
    body: zGroupUserRemovedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnGroupGroupAddedWebhookRequest = z.looseObject({
    body: zGroupGroupAddedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnGroupGroupRemovedWebhookRequest = z.looseObject({
    body: zGroupGroupRemovedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnDirectoryActivatedWebhookRequest = z.looseObject({
    body: zDirectoryActivatedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnDirectoryHeldWebhookRequest = z.looseObject({
    body: zDirectoryHeldEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnDirectoryReleasedWebhookRequest = z.looseObject({
    body: zDirectoryReleasedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnDirectoryDeletedWebhookRequest = z.looseObject({
    body: zDirectoryDeletedEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1),
        'webhook-replay': z.literal('true').optional()
    })
});

export const zOnEndpointTestWebhookRequest = z.looseObject({
    body: zEndpointTestEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1)
    })
});

export const zOnEndpointDisabledWebhookRequest = z.looseObject({
    body: zEndpointDisabledEvent,
    path: z.never().optional(),
    query: z.never().optional(),
    headers: z.looseObject({
        'webhook-id': z.string().min(1),
        'webhook-timestamp': z.int().gte(0),
        'webhook-signature': z.string().min(1)
    })
});
