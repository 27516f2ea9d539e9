// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".

/** What each path of the contract takes and answers. */
export interface paths {
    "/scim/v2/{directoryId}/Users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        /**
         * List users
         * @description Lists the users of the directory that match the filter, a page at a time, in an order that stays the same from page to page (RFC 7644 section 3.4.2). Identity providers begin here: the connection tests of Entra and OneLogin ask for a userName that cannot exist and expect an empty list, Okta asks for two users, and all look for a user before they create one. Deactivated users are listed too. Query parameters that nobody knows are ignored, and so are a trailing `&` or `?` (OneLogin); `+` stands for a space.
         */
        get: operations["scimListUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a user (RFC 7644 section 3.3). `userName` is required and unique without regard to case, otherwise 409; the userName of a deleted user may be used again. Omitted, `active` is true. Compat mode also takes `active` as a string, nulls and empty lists as absent, one object where a list is expected, and attribute names in any case.
         */
        post: operations["scimCreateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/Users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the user. */
                userId: components["parameters"]["scim-user-id"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description Reads one user (RFC 7644 section 3.4.1), deactivated or not. The groups of the user are in `groups`.
         */
        get: operations["scimGetUser"];
        /**
         * Replace a user
         * @description Replaces all that a client may write (RFC 7644 section 3.5.1): what the body leaves out is cleared, except `active`, which then stays as it is. Okta updates and deactivates so in apps of its integration wizard, and OneLogin always. `id`, `meta` and `groups` in the body are ignored. A body that changes nothing makes no event and leaves `lastModified`. An id that is unknown is 404: PUT never creates.
         */
        put: operations["scimReplaceUser"];
        post?: never;
        /**
         * Delete a user
         * @description Deletes the user for good and takes it out of all its groups (RFC 7644 section 3.6). Entra does so about 30 days after it disabled a user, Okta never: to suspend, set `active` to false. A second DELETE is 404.
         */
        delete: operations["scimDeleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Makes the changes in order, all or none (RFC 7644 section 3.5.2). Okta deactivates so in apps of its integration network, Entra does all updates so. Compat mode takes `op` in any case, booleans as strings, values without a path by dotted names and schema URNs, the manager as a bare id, a list or empty, and `Add` or `Replace` behind a filter that matches nothing, which then makes the element.
         */
        patch: operations["scimPatchUser"];
        trace?: never;
    };
    "/scim/v2/{directoryId}/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        /**
         * List groups
         * @description Lists the groups of the directory that match the filter, a page at a time, in an order that stays the same from page to page (RFC 7644 section 3.4.2). Okta and Entra look for a group by its `displayName` before they create it. Ask with `excludedAttributes=members` when the members do not matter: they are then never read.
         */
        get: operations["scimListGroups"];
        put?: never;
        /**
         * Create a group
         * @description Creates a group, with or without members (RFC 7644 section 3.3). A second group of the same `displayName` is 409. A member that is no user or group of this directory is 400 invalidValue, and nothing is created.
         */
        post: operations["scimCreateGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/Groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the group. */
                groupId: components["parameters"]["scim-group-id"];
            };
            cookie?: never;
        };
        /**
         * Get a group
         * @description Reads one group with its members (RFC 7644 section 3.4.1). Entra asks with `excludedAttributes=members`.
         */
        get: operations["scimGetGroup"];
        /**
         * Replace a group
         * @description Replaces name, externalId and the list of members (RFC 7644 section 3.5.1); a body without members empties the group. Events are made only for members that come or go.
         */
        put: operations["scimReplaceGroup"];
        post?: never;
        /**
         * Delete a group
         * @description Deletes the group with its memberships (RFC 7644 section 3.6). Its members stay. A second DELETE is 404.
         */
        delete: operations["scimDeleteGroup"];
        options?: never;
        head?: never;
        /**
         * Change a group
         * @description Makes the changes in order, all or none (RFC 7644 section 3.5.2). Adding a member that is there, or removing one that is not, succeeds and changes nothing. Members are added and removed many at a time (Okta sends up to 256), at a cost that does not grow with the group. Compat mode takes `op` in any case, an equal `id` in a value without a path (Okta), and `remove` of `members` with a list, which removes only those (Entra); without one it removes all. The answer is 204, and 200 with the group when `attributes` asks for it.
         *
         *     A path `members[…]` takes any filter on `value`, `$ref` and `type`, such as `members[type eq "Group"]`. It is asked of the members that the operations before it left, and for that the members are read, unless it is `value eq` or several of these with `or`. All filters of a request that read them may have 256 comparisons together; more is 413. Behind a filter, `replace` with null or an empty list removes those that match, and any other value can only name them again (400 `mutability`); where none matches, `replace` and `add` are 400 `noTarget`. Compat mode adds who is named by `value eq` and is not there.
         */
        patch: operations["scimPatchGroup"];
        trace?: never;
    };
    "/scim/v2/{directoryId}/Bulk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make many changes
         * @description Runs up to 1,000 operations of together at most 1 MiB (RFC 7644 section 3.7). Each succeeds or fails by itself, makes the events that a request of its own would make, and is run in the order of the request, except that what an operation refers to by `bulkId` is created before it. POSTs that refer to each other in a circle are created together or, with 409, not at all. Operations that refer to a POST that failed are 409. Both limits are checked before anything is written. The answer is 200 even when operations failed.
         */
        post: operations["scimBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/Me": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        /**
         * Get the subject of the token
         * @description Reading the resource of whoever is authenticated (RFC 7644 section 3.11) is not supported: always 501.
         */
        get: operations["scimGetMe"];
        /**
         * Replace the subject of the token
         * @description Replacing the resource of whoever is authenticated (RFC 7644 section 3.11) is not supported: always 501.
         */
        put: operations["scimReplaceMe"];
        /**
         * Create the subject of the token
         * @description Creating the resource of whoever is authenticated (RFC 7644 section 3.11) is not supported: always 501.
         */
        post: operations["scimCreateMe"];
        /**
         * Delete the subject of the token
         * @description Deleting the resource of whoever is authenticated (RFC 7644 section 3.11) is not supported: always 501.
         */
        delete: operations["scimDeleteMe"];
        options?: never;
        head?: never;
        /**
         * Change the subject of the token
         * @description Changing the resource of whoever is authenticated (RFC 7644 section 3.11) is not supported: always 501.
         */
        patch: operations["scimPatchMe"];
        trace?: never;
    };
    "/scim/v2/{directoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        /**
         * List users and groups
         * @description Lists users and groups together (RFC 7644 section 3.4.2.1), in one order and counted together. An attribute that only one of the types has is there without a value in the other; `meta.resourceType eq "User"` restricts the list.
         */
        get: operations["scimListAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/.search": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search users and groups
         * @description Lists users and groups together (RFC 7644 sections 3.4.2.1 and 3.4.3), in one order and counted together. An attribute that only one of the types has is there without a value in the other; `meta.resourceType eq "User"` restricts the list.
         */
        post: operations["scimSearchAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/Users/.search": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search users
         * @description Lists users as GET does, with the parameters in the body (RFC 7644 section 3.4.3): for queries that are too long for a URL, or that have in them what should be in no log.
         */
        post: operations["scimSearchUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/Groups/.search": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search groups
         * @description Lists groups as GET does, with the parameters in the body (RFC 7644 section 3.4.3).
         */
        post: operations["scimSearchGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        /**
         * Get the capabilities
         * @description Says which optional features the server has (RFC 7643 section 5). authentik decides by it whether it sends PATCH; CyberArk and SailPoint require it. Query parameters are ignored, a filter is 403.
         */
        get: operations["scimGetServiceProviderConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        /**
         * List the resource types
         * @description Lists User and Group with their endpoints and schemas (RFC 7643 section 6). Query parameters are ignored, a filter is 403.
         */
        get: operations["scimListResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/ResourceTypes/{resourceTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` of a resource type: `User` or `Group`. */
                resourceTypeId: components["parameters"]["scim-resource-type-id"];
            };
            cookie?: never;
        };
        /**
         * Get a resource type
         * @description Reads one resource type (RFC 7643 section 6), as CyberArk and SailPoint do.
         */
        get: operations["scimGetResourceType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        /**
         * List the schemas
         * @description Lists User, Group and Enterprise User with every attribute and its characteristics (RFC 7643 section 7), exactly as the server treats them. Entra's schema discovery and Okta's entitlements read it. Query parameters are ignored, a filter is 403.
         */
        get: operations["scimListSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/{directoryId}/Schemas/{schemaUrn}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The URN of a schema. */
                schemaUrn: components["parameters"]["scim-schema-urn"];
            };
            cookie?: never;
        };
        /**
         * Get a schema
         * @description Reads one schema by its URN (RFC 7643 section 7).
         */
        get: operations["scimGetSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an environment
         * @description Makes an environment and its first API key, which is shown only in this answer. Only the operator of the server can: the command `dirsync environments create` calls this operation of a server with an embedded database.
         */
        post: operations["createEnvironment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environments/{environmentName}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an API key of any environment
         * @description Makes an API key of the environment of that name, shown only in this answer. Only the operator of the server can: the command `dirsync keys create` calls this operation of a server with an embedded database.
         */
        post: operations["createEnvironmentApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List directories
         * @description Lists the directories of this environment, oldest first.
         */
        get: operations["listDirectories"];
        put?: never;
        /**
         * Create a directory
         * @description Makes a directory for one customer. Next, create a token and give it and `scim.baseUrl` to the administrator of the customer, who enters both at the identity provider.
         */
        post: operations["createDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        /**
         * Get a directory
         * @description Reads one directory. `lastRequestAt` says whether the identity provider is still at work.
         */
        get: operations["getDirectory"];
        put?: never;
        post?: never;
        /**
         * Delete a directory
         * @description Deletes the directory with its users and groups. Its tokens are refused at once; the event `directory.deleted` is the last of its log. There are no events for each user and group.
         */
        delete: operations["deleteDirectory"];
        options?: never;
        head?: never;
        /**
         * Change a directory
         * @description Changes what is given and leaves the rest. Users and groups are not touched and no event is made.
         */
        patch: operations["updateDirectory"];
        trace?: never;
    };
    "/v1/directories/{directoryId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a held directory
         * @description Lets the events of a held directory go on: first `directory.released`, then what was held, in order. Look first, at the directory and with your customer: SCIM went on, so users and groups are already as the identity provider wants them. Removals count from zero again.
         */
        post: operations["releaseDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        /**
         * List directory tokens
         * @description Lists the tokens of the directory, expired and revoked ones too, oldest first. The tokens themselves are never shown again.
         */
        get: operations["listDirectoryTokens"];
        put?: never;
        /**
         * Create a directory token
         * @description Makes a token for the identity provider of this directory. It is shown only in this answer. A directory may have several live tokens: to replace one without downtime, create the new one, enter it at the identity provider, then revoke the old one.
         */
        post: operations["createDirectoryToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the directory token. */
                tokenId: components["parameters"]["token-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a directory token
         * @description The token is refused from the next request on; it stays in the list with `revokedAt`. Revoking a revoked token changes nothing.
         */
        delete: operations["revokeDirectoryToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/leniences": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        /**
         * List the leniences a directory has used
         * @description Says what the identity provider of this directory sends beside the RFC, and how often. In `strict` mode nothing is added: such requests are refused there. The counts are written every few seconds; a process that is killed loses those of its last ones.
         */
        get: operations["listDirectoryLeniences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        /**
         * List users
         * @description Lists the users of the directory that match all the filters given, deactivated ones too, in the order of their `id`. To hold a copy of your own, list all pages, then read the log from the `eventCursor` of the first page, and take a state only when its `version` is greater than yours: the copy then equals the directory.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the user. */
                userId: components["parameters"]["user-id"];
            };
            cookie?: never;
        };
        /**
         * Get a user
         * @description Reads one user. A deactivated user stays readable with `active: false`; a deleted one is gone.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/users/{userId}/data": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the user. */
                userId: components["parameters"]["user-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erase a person's data from stored events
         * @description Replaces what stored events say about a person, in the log and wherever events wait: texts become null, lists empty, and the userName becomes `erased-` followed by the id. Id, type, `sequence`, times and `active` stay, so that no reader sees a gap; what receivers answered to these events is dropped too. Meant for people who are gone: a user that still exists is not touched, and its later events are complete again. An id that nothing is stored about is answered in the same way.
         */
        delete: operations["eraseUserData"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/users/{userId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the user. */
                userId: components["parameters"]["user-id"];
            };
            cookie?: never;
        };
        /**
         * List the groups of a user
         * @description Lists the groups that the user is a direct member of. Groups that contain those groups are not listed.
         */
        get: operations["listUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        /**
         * List groups
         * @description Lists the groups of the directory that match all the filters given, in the order of their `id`. To hold a copy of your own, list all pages, then read the log from the `eventCursor` of the first page, and take a state only when its `version` is greater than yours: the copy then equals the directory. Only `version`, `updatedAt` and `memberCount` of a group move with its members too, and the membership events do not carry them.
         */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the group. */
                groupId: components["parameters"]["group-id"];
            };
            cookie?: never;
        };
        /**
         * Get a group
         * @description Reads one group, without its members.
         */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directories/{directoryId}/groups/{groupId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the group. */
                groupId: components["parameters"]["group-id"];
            };
            cookie?: never;
        };
        /**
         * List the members of a group
         * @description Lists the direct members, users and nested groups, in the order of their `id`. What a nested group holds is listed with that group.
         */
        get: operations["listGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Reads the event log of the environment, or of one directory, oldest first. Go on from `nextCursor`, which is always there: store it together with what you did with the page, and after a crash you begin where you were.
         *
         *     Events of one directory come in the order of their `sequence` (1, 2, 3 and so on), which is the order in which the changes of each user and group happened. Listed without `types`, a gap in the numbers proves a loss. Events of different directories are not ordered among themselves.
         *
         *     With `waitSeconds` an empty page waits for the next event instead of coming back at once. Events are kept for 30 days unless the server is set up otherwise; a cursor older than that is 410, never a silent gap.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the event. */
                eventId: components["parameters"]["event-id"];
            };
            cookie?: never;
        };
        /**
         * Get an event
         * @description Reads one event of the log by its id, as long as it is kept. It is the same text as the body of its webhook.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Lists the webhook endpoints of this environment, oldest first. Secrets are never shown again.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description Sends the events that happen from now on to the URL, each signed with the secret that is shown only in this answer. Events of one user or group arrive in the order in which they happened; those of others may overtake them. Each event arrives at least once, so handle a repeated `webhook-id` as done.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * @description Reads one webhook endpoint, without its secret.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Nothing more is sent to it, also not what is pending, and its deliveries are gone.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint
         * @description Changes what is given and leaves the rest. A new filter holds for events that happen from now on; a new URL also for what is not yet delivered. While it is disabled nothing is sent; enabled again it goes on from where it stood, without a gap. When events behind its `resumeCursor` are no longer kept, enabling it is refused with `cursor_expired`: replay it from a newer cursor first.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the keys of a webhook endpoint
         * @description Makes a new signing secret, shown only in this answer, and a new key pair for `v1a`. For the overlap each message is signed with the old and the new one, so the receiver can change over without losing one. Keys that were already in their overlap end at once.
         */
        post: operations["rotateWebhookEndpointSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event to a webhook endpoint
         * @description Puts an `endpoint.test` event into the queue of the endpoint, whatever its filters, and answers its delivery: read that to learn what the receiver answered. An endpoint that fails is tried with a message at once.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay events to a webhook endpoint
         * @description Rewinds the endpoint to a cursor of the event log: everything behind it that the filters of the endpoint let through is sent again, the same events with the same ids, with the header `webhook-replay`, in order for each user and group. What happens meanwhile follows behind. `replay` of the endpoint shows how far it has come. While one goes on, another one may only rewind further; it then takes over. For a disabled endpoint this moves the cursor from which it goes on when it is enabled.
         */
        post: operations["replayWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Lists what was sent and what is to be sent, newest first, with all the filters given. Deliveries are kept as long as events.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the delivery. */
                deliveryId: components["parameters"]["delivery-id"];
            };
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description Reads one delivery with each attempt and what the receiver answered.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the delivery. */
                deliveryId: components["parameters"]["delivery-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a delivery
         * @description Sends a delivery at once: one that failed or was delivered once more, with four attempts again and out of order; one that waits for its next attempt without that wait. An endpoint that fails is tried with a message at once.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Lists the keys of this environment, the revoked ones too, oldest first. The keys themselves are never shown again.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Makes another key of this environment. It is shown only in this answer.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the API key, not the key itself. */
                apiKeyId: components["parameters"]["api-key-id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The key is refused from the next request on; it stays in the list with `revokedAt`. Revoking a revoked key changes nothing. A key may revoke itself; an environment without a live key gets a new one by the command `dirsync keys create`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether the process runs
         * @description For the liveness probe of an orchestrator. It asks nothing of the database.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether the server takes requests
         * @description For load balancers and the readiness probe of an orchestrator. 503 while the server starts, stops or cannot reach its database.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the metrics of this process
         * @description Counters and gauges for Prometheus, in its text format. They are about the whole server, whatever the environment, so no API key opens them but only the token that the server was started with.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public keys of a webhook endpoint
         * @description The keys that verify the `v1a` signatures of one webhook endpoint, as a JSON Web Key Set (RFC 7517): during a rotation the new and the previous one. There is no set for all endpoints: a receiver that trusted it would take a message to one customer for a message to another.
         */
        get: operations["getJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get this document
         * @description The contract that this server implements, as OpenAPI 3.1.
         */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the reference page
         * @description This reference as a page for people. All that it loads comes from this server.
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "user.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user was created
         * @description A user was created by the identity provider. Memberships come as events of their own.
         */
        post: operations["onUserCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fields of a user changed
         * @description Fields of a user changed. `previous` has the old values of those, and only those. A request that changes nothing makes no event.
         */
        post: operations["onUserUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.deactivated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The `active` of a user went from true to false
         * @description The identity provider switched a user off: end the sessions and refuse the next sign-in. Other changes of the same request come as `user.updated`.
         */
        post: operations["onUserDeactivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.reactivated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The `active` of a user went from false to true
         * @description The identity provider switched a user on again. Other changes of the same request come as `user.updated`.
         */
        post: operations["onUserReactivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user was deleted
         * @description A user was deleted, after a `group.user_removed` for each membership. `data.user` is the last known state.
         */
        post: operations["onUserDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A group was created
         * @description A group was created. Its members come as one `group.user_added` or `group.group_added` each.
         */
        post: operations["onGroupCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fields of a group changed, not its members
         * @description Fields of a group changed, such as its name. Changes of members come as events of their own.
         */
        post: operations["onGroupUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A group was deleted
         * @description A group was deleted. `data.group` is the last known state.
         */
        post: operations["onGroupDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.user_added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user became a member of a group
         * @description A user became a direct member of a group. There is one event for each membership, and it is in order with the other events of the group and with those of the user.
         */
        post: operations["onGroupUserAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.user_removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A user is no longer a member of a group
         * @description A user is no longer a direct member of a group, also because the user or the group is deleted.
         */
        post: operations["onGroupUserRemoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.group_added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A group became a member of another
         * @description A group (`memberGroup`) became a direct member of another (`group`).
         */
        post: operations["onGroupGroupAdded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "group.group_removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A group is no longer a member of another
         * @description A group (`memberGroup`) is no longer a direct member of another (`group`).
         */
        post: operations["onGroupGroupRemoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "directory.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The identity provider sent its first authenticated request
         * @description The identity provider sent its first authenticated request: the connection works.
         */
        post: operations["onDirectoryActivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "directory.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The events of the directory are held back
         * @description An unusual number of users were deactivated or deleted within an hour, so no more events of this directory are sent until it is released. Nothing is lost: SCIM requests go on and are stored.
         */
        post: operations["onDirectoryHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "directory.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The events of the directory flow again
         * @description The directory was released: events are sent again.
         */
        post: operations["onDirectoryReleased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "directory.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The directory was deleted
         * @description The directory was deleted with all its users and groups; there are no events for each of them. It is the last event of the directory.
         */
        post: operations["onDirectoryDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endpoint.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A test message to a webhook endpoint
         * @description A message to try out a webhook endpoint, sent at your request whatever its filters. It is in no log.
         */
        post: operations["onEndpointTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "endpoint.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook endpoint was disabled
         * @description A webhook endpoint was disabled because its receiver failed for five days, or answered 410. It goes to the other endpoints of the environment that take this type, whatever their directories, and is in no log. Nothing is lost: enabled again, the endpoint goes on from where it stood.
         */
        post: operations["onEndpointDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description What a webhook endpoint gets: an event of a directory, or one about an endpoint, which is in no log. */
        WebhookEvent: components["schemas"]["UserCreatedEvent"] | components["schemas"]["UserUpdatedEvent"] | components["schemas"]["UserDeactivatedEvent"] | components["schemas"]["UserReactivatedEvent"] | components["schemas"]["UserDeletedEvent"] | components["schemas"]["GroupCreatedEvent"] | components["schemas"]["GroupUpdatedEvent"] | components["schemas"]["GroupDeletedEvent"] | components["schemas"]["GroupUserAddedEvent"] | components["schemas"]["GroupUserRemovedEvent"] | components["schemas"]["GroupGroupAddedEvent"] | components["schemas"]["GroupGroupRemovedEvent"] | components["schemas"]["DirectoryActivatedEvent"] | components["schemas"]["DirectoryHeldEvent"] | components["schemas"]["DirectoryReleasedEvent"] | components["schemas"]["DirectoryDeletedEvent"] | components["schemas"]["EndpointTestEvent"] | components["schemas"]["EndpointDisabledEvent"];
        /** @description What the server knows about the resource itself. */
        ScimMeta: {
            /** @description The name of the resource type, "User" or "Group". */
            resourceType?: string;
            /**
             * Format: date-time
             * @description When the resource was created.
             */
            created?: string;
            /**
             * Format: date-time
             * @description When the resource last changed. Equals 'created' until then; a request that changes nothing leaves it.
             */
            lastModified?: string;
            /** @description The URI of the resource, equal to the 'Location' header. */
            location?: string;
            /** @description The weak entity tag of this version, equal to the 'ETag' header. */
            version?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The attributes that every resource has, whatever its type. */
        ScimCommonAttributes: {
            /** @description The URN of the resource type's schema, and of every extension that the resource has data of. */
            schemas: string[];
            /** @description The identifier that the server gave the resource. It never changes and is never given again. */
            id: string;
            /** @description The identifier of the resource in the provisioning client. Only the client sets it, and the server does not ask it to be unique. */
            externalId?: string;
            /** @description What the server knows about the resource itself. Values sent by a client are ignored. */
            meta?: components["schemas"]["ScimMeta"];
        } & {
            [key: string]: unknown;
        };
        /** @description The parts of a person's name. */
        ScimName: {
            /** @description The full name as it is shown, with titles and suffixes. */
            formatted?: string;
            /** @description The family name, or last name in most Western languages. */
            familyName?: string;
            /** @description The given name, or first name in most Western languages. */
            givenName?: string;
            /** @description The middle name or names. */
            middleName?: string;
            /** @description What stands before the name, such as "Ms.". */
            honorificPrefix?: string;
            /** @description What stands after the name, such as "III". */
            honorificSuffix?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One email address of a user. */
        ScimEmail: {
            /** @description The address. */
            value?: string;
            /** @description A readable form of the value, for showing to people. */
            display?: string;
            /** @description What the address is for. Any value is accepted. */
            type?: string;
            /** @description True for the preferred address. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One telephone number of a user. */
        ScimPhoneNumber: {
            /** @description The number. RFC 3966 form ("tel:+1-201-555-0123") is recommended, any text is accepted. */
            value?: string;
            /** @description A readable form of the value, for showing to people. */
            display?: string;
            /** @description What the number is for. Any value is accepted. */
            type?: string;
            /** @description True for the preferred number. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One instant messaging address of a user. */
        ScimIm: {
            /** @description The address. */
            value?: string;
            /** @description A readable form of the value, for showing to people. */
            display?: string;
            /** @description The messaging service. Any value is accepted. */
            type?: string;
            /** @description True for the preferred address. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One picture of a user. */
        ScimPhoto: {
            /** @description The URL of an image file. */
            value?: string;
            /** @description A readable form of the value, for showing to people. */
            display?: string;
            /** @description The size of the picture. Any value is accepted. */
            type?: string;
            /** @description True for the preferred picture. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One postal address of a user. */
        ScimAddress: {
            /** @description The full address as on a label; may hold line breaks. */
            formatted?: string;
            /** @description Street, house number, P.O. box; may hold line breaks. */
            streetAddress?: string;
            /** @description The city or town. */
            locality?: string;
            /** @description The state or region. */
            region?: string;
            /** @description The postal code. */
            postalCode?: string;
            /** @description The country, by ISO 3166-1 alpha-2 ("US"). Country names, which some clients send, are kept as they are. */
            country?: string;
            /** @description What the address is for. Any value is accepted. */
            type?: string;
            /** @description True for the preferred address. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One group that a user belongs to. */
        ScimUserGroup: {
            /** @description The 'id' of the group. */
            value?: string;
            /** @description The URI of the group. */
            $ref?: string;
            /** @description The 'displayName' of the group. */
            display?: string;
            /** @description How the user belongs to the group. Always 'direct'; groups of groups are not followed. */
            type?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One entitlement of a user. */
        ScimEntitlement: {
            /** @description The entitlement. */
            value?: string;
            /** @description A readable form of the value, for showing to people. */
            display?: string;
            /** @description What kind of entitlement it is. */
            type?: string;
            /** @description True for the preferred entitlement. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One role of a user. */
        ScimRole: {
            /** @description The role. */
            value?: string;
            /** @description A readable form of the value, for showing to people. */
            display?: string;
            /** @description What kind of role it is. */
            type?: string;
            /** @description True for the preferred role. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One certificate of a user. */
        ScimX509Certificate: {
            /** @description One DER certificate in base64. */
            value?: string;
            /** @description A readable form of the value, for showing to people. */
            display?: string;
            /** @description What the certificate is for. */
            type?: string;
            /** @description True for the preferred certificate. At most one element is primary; absent means false. */
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description The manager of a user. */
        ScimManager: {
            /** @description The 'id' of the user who is the manager. */
            value?: string;
            /** @description The URI of the user who is the manager. */
            $ref?: string;
            /** @description The 'displayName' of the manager. Ignored when it is sent and never set, since 'value' says who the manager is. */
            displayName?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Attributes of people who belong to an organization; an extension of User. */
        ScimEnterpriseUser: {
            /** @description The identifier that the organization gave the person. */
            employeeNumber?: string;
            /** @description The name of the cost center. */
            costCenter?: string;
            /** @description The name of the organization. */
            organization?: string;
            /** @description The name of the division. */
            division?: string;
            /** @description The name of the department. */
            department?: string;
            /** @description The user's manager, another user. */
            manager?: components["schemas"]["ScimManager"];
        } & {
            [key: string]: unknown;
        };
        /** @description A person, as the directory holds them. */
        ScimUser: ({
            /** @description The name that identifies the user to the identity provider, unique in the directory without regard to case. */
            userName?: string;
            /** @description The parts of the user's name. */
            name?: components["schemas"]["ScimName"];
            /** @description The name of the user as it is shown to people. */
            displayName?: string;
            /** @description How the user is called in everyday life, such as "Bob" for "Robert". */
            nickName?: string;
            /** @description The URL of a page about the user. */
            profileUrl?: string;
            /** @description The title of the user's position, such as "Vice President". */
            title?: string;
            /** @description How the user relates to the organization, such as "Employee" or "Contractor". Any value is accepted. */
            userType?: string;
            /** @description The languages that the user prefers, in the form of the HTTP Accept-Language header. */
            preferredLanguage?: string;
            /** @description The language tag by which dates, numbers and currency are shown to the user, such as "en-US". */
            locale?: string;
            /** @description The user's time zone by its IANA name, such as "America/Los_Angeles". */
            timezone?: string;
            /** @description Whether the user may use the service. False is a soft delete: the user stays readable. */
            active?: boolean;
            /** @description The email addresses of the user. */
            emails?: components["schemas"]["ScimEmail"][];
            /** @description The telephone numbers of the user. */
            phoneNumbers?: components["schemas"]["ScimPhoneNumber"][];
            /** @description The instant messaging addresses of the user. */
            ims?: components["schemas"]["ScimIm"][];
            /** @description The URLs of pictures of the user. */
            photos?: components["schemas"]["ScimPhoto"][];
            /** @description The postal addresses of the user. */
            addresses?: components["schemas"]["ScimAddress"][];
            /** @description The groups that the user belongs to. Memberships change through the group. */
            groups?: components["schemas"]["ScimUserGroup"][];
            /** @description The entitlements of the user. */
            entitlements?: components["schemas"]["ScimEntitlement"][];
            /** @description The roles of the user. */
            roles?: components["schemas"]["ScimRole"][];
            /** @description The certificates issued to the user. */
            x509Certificates?: components["schemas"]["ScimX509Certificate"][];
            /** @description The Enterprise User extension (RFC 7643 section 4.3). */
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: components["schemas"]["ScimEnterpriseUser"];
        } & {
            [key: string]: unknown;
        }) & components["schemas"]["ScimCommonAttributes"];
        /** @description A page of users. */
        ScimUserList: {
            schemas: "urn:ietf:params:scim:api:messages:2.0:ListResponse"[];
            /** @description How many resources match, on all pages together. Always exact: pages by index count anew, pages by cursor repeat what was counted for the first one. */
            totalResults: number;
            /** @description The position of the first resource of this page among all that match, from 1. Pages by cursor have none. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description Only on pages by cursor: what to send as `cursor` for the next page. The last page has none. */
            nextCursor?: string;
            /** @description Only on pages by cursor: what to send as `cursor` for the page before. The first page has none. */
            previousCursor?: string;
            /** @description The resources of this page; an empty list when there are none. */
            Resources: components["schemas"]["ScimUser"][];
        };
        /** @description Why a request was refused. The resource is as it was before. */
        ScimError: {
            schemas: "urn:ietf:params:scim:api:messages:2.0:Error"[];
            /** @description The HTTP status, as a string. */
            status: string;
            /**
             * @description The kind of fault, where the RFC has a name for it.
             * @enum {string}
             */
            scimType?: "invalidFilter" | "tooMany" | "uniqueness" | "mutability" | "invalidSyntax" | "invalidPath" | "noTarget" | "invalidValue" | "invalidVers" | "sensitive" | "invalidCursor" | "expiredCursor" | "invalidCount";
            /** @description What was expected and what came, for a person to read. */
            detail: string;
        };
        /** @description A user as a client sends it, to create or to replace one. `id`, `meta` and `groups` may be sent and are ignored; so are attributes that nobody knows. Data of other `urn:` extensions is kept. */
        ScimUserInput: {
            /** @description The URNs of the schemas that the body uses. Compat mode also takes the SCIM 1 style URNs that OneLogin templates hold, and URNs that it does not know. */
            schemas: string[];
            /** @description The identifier of the resource in the identity provider. Okta and Entra send their own object id here. */
            externalId?: string;
            /** @description Required and not empty; unique in the directory without regard to case, otherwise 409. The case that was sent is kept. */
            userName: string;
            /** @description The parts of the user's name. */
            name?: components["schemas"]["ScimName"];
            /** @description The name of the user as it is shown to people. */
            displayName?: string;
            /** @description How the user is called in everyday life, such as "Bob" for "Robert". */
            nickName?: string;
            /** @description The URL of a page about the user. */
            profileUrl?: string;
            /** @description The title of the user's position, such as "Vice President". */
            title?: string;
            /** @description How the user relates to the organization, such as "Employee" or "Contractor". Any value is accepted. */
            userType?: string;
            /** @description The languages that the user prefers, in the form of the HTTP Accept-Language header. */
            preferredLanguage?: string;
            /** @description The language tag by which dates, numbers and currency are shown to the user, such as "en-US". */
            locale?: string;
            /** @description The user's time zone by its IANA name, such as "America/Los_Angeles". */
            timezone?: string;
            /** @description Omitted, it is true for a new user and unchanged by a replacement. Compat mode takes "True" and "False" as strings. */
            active?: boolean;
            /** @description Accepted, because Okta sends one with every new user, and dropped: it is never stored, returned or logged. */
            password?: string;
            /** @description The email addresses. Compat mode takes one object for a list of one. */
            emails?: components["schemas"]["ScimEmail"][];
            /** @description The telephone numbers of the user. */
            phoneNumbers?: components["schemas"]["ScimPhoneNumber"][];
            /** @description The instant messaging addresses of the user. */
            ims?: components["schemas"]["ScimIm"][];
            /** @description The URLs of pictures of the user. */
            photos?: components["schemas"]["ScimPhoto"][];
            /** @description The postal addresses of the user. */
            addresses?: components["schemas"]["ScimAddress"][];
            /** @description The entitlements of the user. */
            entitlements?: components["schemas"]["ScimEntitlement"][];
            /** @description The roles. Entra sends an empty list when none is assigned. */
            roles?: components["schemas"]["ScimRole"][];
            /** @description The certificates issued to the user. */
            x509Certificates?: components["schemas"]["ScimX509Certificate"][];
            /** @description The Enterprise User extension (RFC 7643 section 4.3). */
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: components["schemas"]["ScimEnterpriseUser"];
        } & {
            [key: string]: unknown;
        };
        /** @description One change. */
        ScimPatchOperation: {
            /** @description `add`, `remove` or `replace`. Compat mode takes any case, because Entra sends `Add`, `Remove` and `Replace`; anything else is 400 invalidSyntax. */
            op: string;
            /** @description What to change: `active`, `name.familyName`, `emails[type eq "work"].value`, or an attribute behind its schema URN. Needed for `remove`; without it, or with null, `value` holds the attributes to set. */
            path?: string | null;
            /** @description The value to add or to put in place. Without a path an object, whose keys in compat mode may be dotted (`name.givenName`) or begin with a schema URN. `remove` in compat mode takes the list of elements to remove. */
            value?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description Changes to a resource, applied in order and all or none. */
        ScimPatchRequest: {
            /** @description Holds `urn:ietf:params:scim:api:messages:2.0:PatchOp`. */
            schemas: string[];
            /** @description At least one change. Later ones see the result of earlier ones. */
            Operations: components["schemas"]["ScimPatchOperation"][];
        } & {
            [key: string]: unknown;
        };
        /** @description One member of a group. */
        ScimGroupMember: {
            /** @description The 'id' of the user or group that is the member. */
            value?: string;
            /** @description The URI of the member. The server computes it from 'value'. */
            $ref?: string;
            /** @description Which resource type the member is. The server knows it from 'value'. */
            type?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A group of users and of other groups. */
        ScimGroup: ({
            /** @description The name of the group, unique in the directory without regard to case. */
            displayName?: string;
            /** @description The members of the group, in no promised order. */
            members?: components["schemas"]["ScimGroupMember"][];
        } & {
            [key: string]: unknown;
        }) & components["schemas"]["ScimCommonAttributes"];
        /** @description A page of groups. */
        ScimGroupList: {
            schemas: "urn:ietf:params:scim:api:messages:2.0:ListResponse"[];
            /** @description How many resources match, on all pages together. Always exact: pages by index count anew, pages by cursor repeat what was counted for the first one. */
            totalResults: number;
            /** @description The position of the first resource of this page among all that match, from 1. Pages by cursor have none. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description Only on pages by cursor: what to send as `cursor` for the next page. The last page has none. */
            nextCursor?: string;
            /** @description Only on pages by cursor: what to send as `cursor` for the page before. The first page has none. */
            previousCursor?: string;
            /** @description The resources of this page; an empty list when there are none. */
            Resources: components["schemas"]["ScimGroup"][];
        };
        /** @description One member as a client sends it. `display`, which Okta sends, is ignored. */
        ScimGroupMemberInput: {
            /** @description The `id` of a user or group of the same directory; any other value is 400 invalidValue. */
            value: string;
            /** @description The URI of the member. Ignored: `value` decides. */
            $ref?: string;
            /** @description "User" or "Group". Ignored: the server knows what `value` is. */
            type?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A group as a client sends it, to create or to replace one. `id` and `meta` may be sent and are ignored; so are attributes that nobody knows. */
        ScimGroupInput: {
            /** @description The URNs of the schemas that the body uses. Compat mode also takes the SCIM 1 style URNs that OneLogin templates hold, and URNs that it does not know. */
            schemas: string[];
            /** @description The identifier of the resource in the identity provider. Okta and Entra send their own object id here. */
            externalId?: string;
            /** @description Required and not empty; a second group of the same name is 409. */
            displayName: string;
            /** @description The members. A replacement that leaves them out empties the group. */
            members?: components["schemas"]["ScimGroupMemberInput"][];
        } & {
            [key: string]: unknown;
        };
        /** @description One operation. */
        ScimBulkOperation: {
            /** @description `POST`, `PUT`, `PATCH` or `DELETE`. Compat mode takes any case. */
            method: string;
            /** @description `/Users` or `/Groups` for POST, `/Users/{id}` or `/Groups/{id}` for the others. The id may be `bulkId:` and the bulkId of a POST in the same request. */
            path: string;
            /** @description The client's name for the operation, unique in the request and needed for POST. Any text `bulkId:` with the name of a POST stands for the id of what that POST creates, wherever it is in the request. */
            bulkId?: string;
            /** @description As `If-Match` - the entity tag of the version that the change is meant for. */
            version?: string;
            /** @description The body that the request would have; needed for POST, PUT and PATCH. */
            data?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description Changes to many resources in one request. */
        ScimBulkRequest: {
            /** @description Holds `urn:ietf:params:scim:api:messages:2.0:BulkRequest`. */
            schemas: string[];
            /** @description After so many operations that failed nothing more is done. Without it every operation is tried. */
            failOnErrors?: number | null;
            /** @description At least one operation, at most 1,000. Each is what a request of its own would be. */
            Operations: components["schemas"]["ScimBulkOperation"][];
        } & {
            [key: string]: unknown;
        };
        /** @description What became of one operation. */
        ScimBulkOperationResult: {
            /** @description The URI of the resource; missing where there is none, as after a POST that failed. */
            location?: string;
            /** @description The method of the operation. */
            method?: string;
            /** @description The bulkId of the operation, if it had one. */
            bulkId?: string;
            /** @description The weak entity tag of the resource after the operation; missing after a failure and after DELETE. */
            version?: string;
            /** @description The HTTP status that a request of its own would have got, as a string. */
            status: string;
            /** @description Why the operation failed; missing when it did not. */
            response?: components["schemas"]["ScimError"];
        };
        /** @description What became of the operations. */
        ScimBulkResponse: {
            schemas: "urn:ietf:params:scim:api:messages:2.0:BulkResponse"[];
            /** @description Every operation that was tried, in the order of the request. Those that `failOnErrors` kept from being tried are missing. */
            Operations: components["schemas"]["ScimBulkOperationResult"][];
        };
        /** @description A page of users and groups together. */
        ScimResourceList: {
            schemas: "urn:ietf:params:scim:api:messages:2.0:ListResponse"[];
            /** @description How many resources match, on all pages together. Always exact: pages by index count anew, pages by cursor repeat what was counted for the first one. */
            totalResults: number;
            /** @description The position of the first resource of this page among all that match, from 1. Pages by cursor have none. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description Only on pages by cursor: what to send as `cursor` for the next page. The last page has none. */
            nextCursor?: string;
            /** @description Only on pages by cursor: what to send as `cursor` for the page before. The first page has none. */
            previousCursor?: string;
            /** @description The resources of this page; an empty list when there are none. */
            Resources: (components["schemas"]["ScimUser"] | components["schemas"]["ScimGroup"])[];
        };
        /** @description A query in a body. Its members mean what the query parameters of the same names mean. */
        ScimSearchRequest: {
            /** @description Holds `urn:ietf:params:scim:api:messages:2.0:SearchRequest`. */
            schemas: string[];
            /** @description Which resources to list. */
            filter?: string;
            /** @description The attribute to order them by. */
            sortBy?: string;
            /**
             * @description In which direction.
             * @enum {string}
             */
            sortOrder?: "ascending" | "descending";
            /** @description The position of the first resource wanted, from 1. */
            startIndex?: number;
            /** @description The most resources wanted on the page. */
            count?: number;
            /** @description `nextCursor` or `previousCursor` of a page before; empty for the first page. */
            cursor?: string;
            /** @description The attributes wanted in the answer. */
            attributes?: string[];
            /** @description The attributes not wanted in the answer. Not together with `attributes`. */
            excludedAttributes?: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description Whether an optional feature of SCIM is there. */
        ScimSupport: {
            supported: boolean;
        };
        /** @description Whether bulk requests are there, and their limits. */
        ScimBulkSupport: {
            supported: boolean;
            /** @description The most operations in one request. */
            maxOperations: number;
            /** @description The most bytes in one request. */
            maxPayloadSize: number;
        };
        /** @description Whether filters are there, and the limit of a page. */
        ScimFilterSupport: {
            supported: boolean;
            /** @description The most resources on one page. A larger `count` is lowered to it. */
            maxResults: number;
        };
        /** @description How lists are paged. */
        ScimPaginationSupport: {
            /** @description Whether pages by cursor are there. */
            cursor: boolean;
            /** @description Whether pages by index are there. */
            index: boolean;
            /**
             * @description How a list is paged when the request names neither `startIndex` nor `cursor`.
             * @enum {string}
             */
            defaultPaginationMethod: "cursor" | "index";
            /** @description How many resources a page holds when the request has no `count`. */
            defaultPageSize: number;
            /** @description The most resources on one page. A larger `count` is lowered to it. */
            maxPageSize: number;
        };
        /** @description One way to authenticate. */
        ScimAuthenticationScheme: {
            /** @enum {string} */
            type: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
            name: string;
            description: string;
            specUri?: string;
            documentationUri?: string;
            /** @description True for the recommended scheme. */
            primary?: boolean;
        };
        /** @description Which optional features of SCIM the server has. */
        ScimServiceProviderConfig: {
            schemas: "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"[];
            /** @description Where the reference page of this contract is. */
            documentationUri?: string;
            patch: components["schemas"]["ScimSupport"];
            bulk: components["schemas"]["ScimBulkSupport"];
            filter: components["schemas"]["ScimFilterSupport"];
            changePassword: components["schemas"]["ScimSupport"];
            sort: components["schemas"]["ScimSupport"];
            etag: components["schemas"]["ScimSupport"];
            pagination: components["schemas"]["ScimPaginationSupport"];
            authenticationSchemes: components["schemas"]["ScimAuthenticationScheme"][];
            meta: components["schemas"]["ScimMeta"];
        } & {
            [key: string]: unknown;
        };
        /** @description An extension of a resource type. */
        ScimSchemaExtension: {
            /** @description The URN of the extension, to be found under `/Schemas`. */
            schema: string;
            /** @description Whether each resource must have data of this extension. */
            required: boolean;
        };
        /** @description A kind of resource, its endpoint and its schemas. */
        ScimResourceType: {
            schemas: "urn:ietf:params:scim:schemas:core:2.0:ResourceType"[];
            /** @description The same as `name`. */
            id: string;
            /** @description What `meta.resourceType` of such a resource says. */
            name: string;
            description: string;
            /** @description The path of the resources, relative to the base URL of the directory. */
            endpoint: string;
            /** @description The URN of the main schema, to be found under `/Schemas`. */
            schema: string;
            /** @description The extensions that such a resource may have; an empty list when there are none. */
            schemaExtensions: components["schemas"]["ScimSchemaExtension"][];
            meta: components["schemas"]["ScimMeta"];
        } & {
            [key: string]: unknown;
        };
        /** @description All resource types, on one page. */
        ScimResourceTypeList: {
            schemas: "urn:ietf:params:scim:api:messages:2.0:ListResponse"[];
            /** @description How many resources match, on all pages together. Always exact. */
            totalResults: number;
            /** @description The position of the first resource of this page among all that match, from 1. */
            startIndex: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page; an empty list when there are none. */
            Resources: components["schemas"]["ScimResourceType"][];
        };
        /** @description An attribute, or a sub-attribute of a complex one, with all its characteristics. */
        ScimSchemaAttribute: {
            name: string;
            /** @enum {string} */
            type: "string" | "boolean" | "decimal" | "integer" | "dateTime" | "binary" | "reference" | "complex";
            multiValued: boolean;
            description: string;
            required: boolean;
            /** @description Whether comparison, uniqueness and filters tell upper from lower case. */
            caseExact: boolean;
            /** @enum {string} */
            mutability: "readOnly" | "readWrite" | "immutable" | "writeOnly";
            /** @enum {string} */
            returned: "always" | "never" | "default" | "request";
            /** @enum {string} */
            uniqueness: "none" | "server" | "global";
            /** @description Suggested values. Others are accepted. */
            canonicalValues?: string[];
            /** @description What a reference may point to. */
            referenceTypes?: string[];
            /** @description The sub-attributes of a complex attribute, which are never complex themselves. */
            subAttributes?: components["schemas"]["ScimSchemaAttribute"][];
        };
        /** @description A schema and its attributes, as the server treats them. */
        ScimSchema: {
            schemas: "urn:ietf:params:scim:schemas:core:2.0:Schema"[];
            /** @description The URN of the schema. */
            id: string;
            name: string;
            description: string;
            /** @description The attributes. The common ones (`schemas`, `id`, `externalId`, `meta`) belong to every resource and are not repeated. */
            attributes: components["schemas"]["ScimSchemaAttribute"][];
            meta: components["schemas"]["ScimMeta"];
        } & {
            [key: string]: unknown;
        };
        /** @description All schemas, on one page. */
        ScimSchemaList: {
            schemas: "urn:ietf:params:scim:api:messages:2.0:ListResponse"[];
            /** @description How many resources match, on all pages together. Always exact. */
            totalResults: number;
            /** @description The position of the first resource of this page among all that match, from 1. */
            startIndex: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page; an empty list when there are none. */
            Resources: components["schemas"]["ScimSchema"][];
        };
        /** @description A new environment. */
        EnvironmentInput: {
            /** @description Unique on this server, such as `live` or `test`. */
            name: string;
        };
        /** @description One world of a product, such as live or test. What belongs to one environment is invisible in every other. */
        Environment: {
            /**
             * Format: uuid
             * @description The id of the environment.
             */
            id: string;
            /** @description Unique on this server. */
            name: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        /** @description A new API key, with the secret that is shown only now. */
        ApiKeyCreated: {
            /**
             * Format: uuid
             * @description The id of the key, by which it is revoked. It is no secret.
             */
            id: string;
            /** @description What the key is for. */
            name: string;
            /** @description The key itself: `dsk_` and 32 random bytes in base64url. Only its hash is stored, so it cannot be shown again. */
            key: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was revoked; null while it is live.
             */
            revokedAt: string | null;
        };
        /** @description A new environment and its first API key. */
        EnvironmentCreated: {
            environment: components["schemas"]["Environment"];
            apiKey: components["schemas"]["ApiKeyCreated"];
        };
        /**
         * @description What went wrong, as a value to switch on. The list is closed: a value is added only together with a new version of this document.
         * @enum {string}
         */
        ProblemCode: "invalid_request" | "unauthorized" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "idempotency_key_reused" | "idempotency_key_in_use" | "payload_too_large" | "unsupported_media_type" | "cursor_expired" | "cursor_invalid" | "rate_limited" | "internal" | "unavailable";
        /** @description One fault of a request. */
        ProblemError: {
            /** @description Where it is: a JSON pointer into the body, such as `/settings/mode`, or the name of a parameter. */
            path: string;
            /** @description What was expected there. */
            message: string;
        };
        /** @description Why a request failed (RFC 9457). */
        Problem: {
            /** @description A URI for the kind of problem. Always `about:blank`: `code` says which. */
            type: string;
            /** @description The HTTP status in words. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What was wrong with this request and what to do, for people. */
            detail: string;
            code: components["schemas"]["ProblemCode"];
            /** @description The id of the request in the log of the server, the same as in `X-Request-Id`. */
            requestId: string;
            /** @description Each fault of its own, where the request was refused for its content. */
            errors?: components["schemas"]["ProblemError"][];
        };
        /** @description A new API key. */
        ApiKeyInput: {
            /** @description What the key is for, such as the service that holds it. */
            name: string;
        };
        /**
         * @description The identity provider that feeds a directory. In compat mode all that any of them needs is on for each, so a wrong value does no harm: it helps people, and tells which leniences are expected of the directory.
         * @enum {string}
         */
        DirectoryProvider: "okta" | "entra" | "onelogin" | "jumpcloud" | "google" | "pingone" | "cyberark" | "sailpoint" | "generic";
        /**
         * @description `pending` until the first authenticated SCIM request, then `active`. `held`: an unusual number of people were removed, so the events of the directory wait until it is released, while SCIM requests go on and are stored.
         * @enum {string}
         */
        DirectoryState: "pending" | "active" | "held";
        /** @description Where the identity provider sends its requests. */
        DirectoryScim: {
            /**
             * Format: uri
             * @description The SCIM base URL to enter at the identity provider, together with a directory token.
             */
            baseUrl: string;
        };
        /**
         * @description How SCIM requests are read. `compat` takes the known peculiarities of identity providers; `strict` takes what RFC 7643 and RFC 7644 allow and nothing else.
         * @enum {string}
         */
        DirectoryMode: "compat" | "strict";
        /** @description When the events of a directory are held back: when more than `users` people, and more than `percent` of the people who were active, were deactivated or deleted within `windowMinutes`. Whoever was reactivated is not counted. */
        DirectorySafeguard: {
            /** @description Whether the directory is guarded at all. */
            enabled: boolean;
            /** @description More people than this; 50 unless chosen. */
            users: number;
            /** @description More than this share of those who were active before; 20 unless chosen. With 100 nothing is ever held. */
            percent: number;
            /** @description Counted are the removals of so many minutes; 60 unless chosen. */
            windowMinutes: number;
        };
        /** @description How a directory behaves. */
        DirectorySettings: {
            mode: components["schemas"]["DirectoryMode"];
            safeguard: components["schemas"]["DirectorySafeguard"];
        };
        /** @description Texts of your own, by name. They are stored and returned, and mean nothing to dirsync. */
        DirectoryMetadata: {
            [key: string]: string;
        };
        /** @description One customer's people and groups, as one identity provider sends them. */
        Directory: {
            /**
             * Format: uuid
             * @description The id of the directory.
             */
            id: string;
            /** @description What you call it, usually the name of the customer. */
            name: string;
            /** @description Your own id of the customer; null when none was given. Events carry it too. Several directories may share one. */
            organizationId: string | null;
            provider: components["schemas"]["DirectoryProvider"];
            state: components["schemas"]["DirectoryState"];
            scim: components["schemas"]["DirectoryScim"];
            settings: components["schemas"]["DirectorySettings"];
            metadata: components["schemas"]["DirectoryMetadata"];
            /**
             * Format: date-time
             * @description When the directory was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its name, settings or state last changed.
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When the identity provider last sent an authenticated request; null before the first.
             */
            lastRequestAt: string | null;
        };
        /** @description A page of directories. */
        DirectoryList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["Directory"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
        };
        /** @description What to change of the safeguard. What is left out keeps its value, at first the default. */
        DirectorySafeguardInput: {
            /** @description Whether the directory is guarded at all; it is unless this is false. */
            enabled?: boolean;
            /** @description More people than this. */
            users?: number;
            /** @description More than this share of those who were active before. */
            percent?: number;
            /** @description Counted are the removals of so many minutes. */
            windowMinutes?: number;
        };
        /** @description Settings to choose or to change. What is left out keeps its value, at first the default. */
        DirectorySettingsInput: {
            /** @description How SCIM requests are read; `compat` unless chosen. */
            mode?: components["schemas"]["DirectoryMode"];
            safeguard?: components["schemas"]["DirectorySafeguardInput"];
        };
        /** @description A new directory. */
        DirectoryInput: {
            /** @description What you call it, usually the name of the customer. */
            name: string;
            /** @description The identity provider; `generic` unless given. */
            provider?: components["schemas"]["DirectoryProvider"];
            /** @description Your own id of the customer. Events carry it, and directories can be listed by it. */
            organizationId?: string | null;
            settings?: components["schemas"]["DirectorySettingsInput"];
            metadata?: components["schemas"]["DirectoryMetadata"];
        };
        /** @description What to change of a directory. What is left out stays as it is. */
        DirectoryUpdate: {
            /** @description The new name. */
            name?: string;
            provider?: components["schemas"]["DirectoryProvider"];
            /** @description Your own id of the customer; null takes it away. Events that are already in the log keep the old one. */
            organizationId?: string | null;
            settings?: components["schemas"]["DirectorySettingsInput"];
            /** @description Replaces all metadata of the directory. */
            metadata?: components["schemas"]["DirectoryMetadata"];
        };
        /** @description How the held events of a directory are released. */
        DirectoryRelease: {
            /**
             * @description `deliver` sends everything as it happened. `settle` sends of each user, group and membership only the net change from before the hold to now, so that a mistake that was undone sends nothing.
             * @enum {string}
             */
            mode: "deliver" | "settle";
        };
        /** @description A bearer token with which the identity provider calls the SCIM endpoint of one directory. */
        DirectoryToken: {
            /**
             * Format: uuid
             * @description The id of the token, by which it is revoked. It is no secret.
             */
            id: string;
            /** @description What the token is for; null when none was given. */
            name: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description From when on it is refused; null when it does not expire.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When it was revoked; null while it is not.
             */
            revokedAt: string | null;
        };
        /** @description A page of directory tokens. */
        DirectoryTokenList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["DirectoryToken"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
        };
        /** @description A new directory token. */
        DirectoryTokenInput: {
            /** @description What the token is for. */
            name?: string | null;
            /**
             * Format: date-time
             * @description From when on it is refused, in the future. Null or left out: it does not expire.
             */
            expiresAt?: string | null;
        };
        /** @description A new directory token, with the secret that is shown only now. */
        DirectoryTokenCreated: {
            /**
             * Format: uuid
             * @description The id of the token, by which it is revoked. It is no secret.
             */
            id: string;
            /** @description The token itself, to be entered at the identity provider: `dst_` and 32 random bytes in base64url. Only its hash is stored, so it cannot be shown again. */
            token: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description From when on it is refused; null when it does not expire.
             */
            expiresAt: string | null;
        };
        /**
         * @description The name of something that compat mode takes beside RFC 7643 and RFC 7644; `docs/leniences.md` describes each. More may come.
         * @enum {string}
         */
        Lenience: "appRole" | "attributePathKey" | "bareValue" | "bulkMethodCase" | "complexFilter" | "elementByFilter" | "emptyPath" | "emptyString" | "filterValueType" | "invalidBase64" | "invalidReference" | "legacySchemaUrn" | "listForSingle" | "managerId" | "memberSubAttribute" | "nullAddition" | "opCase" | "plusForSpace" | "readOnlyInValue" | "removeByValue" | "schemasText" | "severalPrimaries" | "singleForList" | "singleOperation" | "stringBoolean" | "unknownAttribute" | "unknownQueryParameter" | "unknownSchema" | "unquotedFilterValue";
        /** @description A lenience that the identity provider of a directory has leaned on. */
        DirectoryLenience: {
            name: components["schemas"]["Lenience"];
            /** @description Whether the directory's `provider` is known to lean on it. */
            isExpected: boolean;
            /** @description How many requests leaned on it, those included that were then refused for another reason. */
            requestCount: number;
            /**
             * Format: date-time
             * @description When it was first counted.
             */
            firstUsedAt: string;
            /**
             * Format: date-time
             * @description When it was last counted.
             */
            lastUsedAt: string;
        };
        /** @description The leniences that a directory has used, all on one page. */
        DirectoryLenienceList: {
            /** @description By name. */
            data: components["schemas"]["DirectoryLenience"][];
            /** @description null, since there is no other page. */
            nextCursor: string | null;
        };
        /** @description An e-mail address of a user. */
        Email: {
            /** @description The address. */
            value: string;
            /** @description What it is for, such as `work` or `home`; null when the identity provider does not say. */
            type: string | null;
            /** @description Whether it is the main address. */
            primary: boolean;
        };
        /** @description A telephone number of a user. */
        PhoneNumber: {
            /** @description The number, as the identity provider sends it. */
            value: string;
            /** @description What it is for, such as `work` or `mobile`; null when the identity provider does not say. */
            type: string | null;
            /** @description Whether it is the main number. */
            primary: boolean;
        };
        /** @description The attributes of SCIM extensions, each extension under its URN, as the identity provider sent them; empty when there are none. */
        CustomAttributes: {
            [key: string]: unknown;
        };
        /** @description A person, in the same shape for every identity provider. */
        User: {
            /**
             * Format: uuid
             * @description The id of the user, for good.
             */
            id: string;
            /**
             * Format: uuid
             * @description The directory that the user belongs to.
             */
            directoryId: string;
            /** @description The id that the identity provider uses for the person. */
            externalId: string | null;
            /** @description The name by which the person signs in. Unique in the directory, without regard to case. */
            userName: string;
            /** @description The primary e-mail address, else the first of type `work`, else the first; null when there is none. */
            email: string | null;
            /** @description All e-mail addresses. */
            emails: components["schemas"]["Email"][];
            /** @description The first name. */
            givenName: string | null;
            /** @description The last name. */
            familyName: string | null;
            /** @description The name to show. */
            displayName: string | null;
            /** @description Whether the person may use your product. Identity providers switch it off where you would expect a deletion. */
            active: boolean;
            /** @description The job title. */
            title: string | null;
            /** @description The department. */
            department: string | null;
            /** @description The number the organization gives the person. */
            employeeNumber: string | null;
            /** @description The manager as the identity provider names them: the `id` of a user of this directory with providers that follow the RFC. */
            managerId: string | null;
            /** @description The language and region, such as `en-US`. */
            locale: string | null;
            /** @description The time zone, such as `Europe/Berlin`. */
            timezone: string | null;
            /** @description All telephone numbers. */
            phoneNumbers: components["schemas"]["PhoneNumber"][];
            customAttributes: components["schemas"]["CustomAttributes"];
            /** @description The SCIM resource as it is stored, for attributes that this shape does not name. It never holds groups or a password, and events do not carry it. */
            raw: {
                [key: string]: unknown;
            };
            /** @description Grows with every change of the resource. Of two states of one resource, the one with the greater version is the newer. */
            version: number;
            /**
             * Format: date-time
             * @description When the user was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the user last changed.
             */
            updatedAt: string;
        };
        /** @description A page of users. */
        UserList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["User"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
            /** @description A cursor of the event log, taken before the first page was read. Keep the one of the first page: reading the log from it after the last page leaves out no change. */
            eventCursor: string;
        };
        /** @description A group of users and of other groups. Its members are listed on their own. */
        Group: {
            /**
             * Format: uuid
             * @description The id of the group, for good.
             */
            id: string;
            /**
             * Format: uuid
             * @description The directory that the group belongs to.
             */
            directoryId: string;
            /** @description The id that the identity provider uses for the group. */
            externalId: string | null;
            /** @description The name of the group. Unique in the directory, without regard to case. */
            displayName: string;
            /** @description How many direct members it has, users and groups. */
            memberCount: number;
            /** @description The SCIM resource as it is stored, for attributes that this shape does not name. It never holds members, and events do not carry it. */
            raw: {
                [key: string]: unknown;
            };
            /** @description Grows with every change of the resource. Of two states of one resource, the one with the greater version is the newer. */
            version: number;
            /**
             * Format: date-time
             * @description When the group was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the group last changed.
             */
            updatedAt: string;
        };
        /** @description A page of groups. */
        GroupList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["Group"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
            /** @description A cursor of the event log, taken before the first page was read. Keep the one of the first page: reading the log from it after the last page leaves out no change. */
            eventCursor: string;
        };
        /** @description A direct member of a group: a user or a nested group. */
        GroupMember: {
            /**
             * @description What the member is.
             * @enum {string}
             */
            type: "user" | "group";
            /**
             * Format: uuid
             * @description The id of the user or group.
             */
            id: string;
            /** @description The id that the identity provider uses for it. */
            externalId: string | null;
            /** @description The userName of a user; null for a group. */
            userName: string | null;
            /** @description The name to show. */
            displayName: string | null;
            /** @description The e-mail address of a user; null for a group and for a user without one. */
            email: string | null;
        };
        /** @description A page of members of a group. */
        GroupMemberList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["GroupMember"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
        };
        /**
         * @description The type of an event of a directory.
         * @enum {string}
         */
        EventType: "user.created" | "user.updated" | "user.deactivated" | "user.reactivated" | "user.deleted" | "group.created" | "group.updated" | "group.deleted" | "group.user_added" | "group.user_removed" | "group.group_added" | "group.group_removed" | "directory.activated" | "directory.held" | "directory.released" | "directory.deleted";
        /** @description A user as events carry it: without `raw`. */
        EventUser: {
            /**
             * Format: uuid
             * @description The id of the user, for good.
             */
            id: string;
            /**
             * Format: uuid
             * @description The directory that the user belongs to.
             */
            directoryId: string;
            /** @description The id that the identity provider uses for the person. */
            externalId: string | null;
            /** @description The name by which the person signs in. Unique in the directory, without regard to case. */
            userName: string;
            /** @description The primary e-mail address, else the first of type `work`, else the first; null when there is none. */
            email: string | null;
            /** @description All e-mail addresses. */
            emails: components["schemas"]["Email"][];
            /** @description The first name. */
            givenName: string | null;
            /** @description The last name. */
            familyName: string | null;
            /** @description The name to show. */
            displayName: string | null;
            /** @description Whether the person may use your product. Identity providers switch it off where you would expect a deletion. */
            active: boolean;
            /** @description The job title. */
            title: string | null;
            /** @description The department. */
            department: string | null;
            /** @description The number the organization gives the person. */
            employeeNumber: string | null;
            /** @description The manager as the identity provider names them: the `id` of a user of this directory with providers that follow the RFC. */
            managerId: string | null;
            /** @description The language and region, such as `en-US`. */
            locale: string | null;
            /** @description The time zone, such as `Europe/Berlin`. */
            timezone: string | null;
            /** @description All telephone numbers. */
            phoneNumbers: components["schemas"]["PhoneNumber"][];
            customAttributes: components["schemas"]["CustomAttributes"];
            /** @description Grows with every change of the resource. Of two states of one resource, the one with the greater version is the newer. */
            version: number;
            /**
             * Format: date-time
             * @description When the user was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the user last changed.
             */
            updatedAt: string;
        };
        /** @description The user that the event is about. */
        UserEventData: {
            user: components["schemas"]["EventUser"];
        };
        /** @description A user was created. */
        UserCreatedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "user.created";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["UserEventData"];
        };
        /** @description The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone. */
        UserPrevious: {
            /** @description The id that the identity provider uses for the person. */
            externalId?: string | null;
            /** @description The name by which the person signs in. Unique in the directory, without regard to case. */
            userName?: string;
            /** @description The primary e-mail address, else the first of type `work`, else the first; null when there is none. */
            email?: string | null;
            /** @description All e-mail addresses. */
            emails?: components["schemas"]["Email"][];
            /** @description The first name. */
            givenName?: string | null;
            /** @description The last name. */
            familyName?: string | null;
            /** @description The name to show. */
            displayName?: string | null;
            /** @description Whether the person may use your product. Identity providers switch it off where you would expect a deletion. */
            active?: boolean;
            /** @description The job title. */
            title?: string | null;
            /** @description The department. */
            department?: string | null;
            /** @description The number the organization gives the person. */
            employeeNumber?: string | null;
            /** @description The manager as the identity provider names them: the `id` of a user of this directory with providers that follow the RFC. */
            managerId?: string | null;
            /** @description The language and region, such as `en-US`. */
            locale?: string | null;
            /** @description The time zone, such as `Europe/Berlin`. */
            timezone?: string | null;
            /** @description All telephone numbers. */
            phoneNumbers?: components["schemas"]["PhoneNumber"][];
            customAttributes?: components["schemas"]["CustomAttributes"];
        };
        /** @description The user after the change, and what changed. */
        UserChangeEventData: {
            user: components["schemas"]["EventUser"];
            previous: components["schemas"]["UserPrevious"];
        };
        /** @description Fields of a user changed. */
        UserUpdatedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "user.updated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["UserChangeEventData"];
        };
        /** @description The `active` of a user went from true to false. */
        UserDeactivatedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "user.deactivated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["UserChangeEventData"];
        };
        /** @description The `active` of a user went from false to true. */
        UserReactivatedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "user.reactivated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["UserChangeEventData"];
        };
        /** @description A user was deleted; `data.user` is the last state. */
        UserDeletedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "user.deleted";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["UserEventData"];
        };
        /** @description A group as events carry it: without `raw`, and never with its members. */
        EventGroup: {
            /**
             * Format: uuid
             * @description The id of the group, for good.
             */
            id: string;
            /**
             * Format: uuid
             * @description The directory that the group belongs to.
             */
            directoryId: string;
            /** @description The id that the identity provider uses for the group. */
            externalId: string | null;
            /** @description The name of the group. Unique in the directory, without regard to case. */
            displayName: string;
            /** @description How many direct members it has, users and groups. */
            memberCount: number;
            /** @description Grows with every change of the resource. Of two states of one resource, the one with the greater version is the newer. */
            version: number;
            /**
             * Format: date-time
             * @description When the group was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the group last changed.
             */
            updatedAt: string;
        };
        /** @description The group that the event is about. */
        GroupEventData: {
            group: components["schemas"]["EventGroup"];
        };
        /** @description A group was created. */
        GroupCreatedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "group.created";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["GroupEventData"];
        };
        /** @description The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone. */
        GroupPrevious: {
            /** @description The id that the identity provider uses for the group. */
            externalId?: string | null;
            /** @description The name of the group. Unique in the directory, without regard to case. */
            displayName?: string;
        };
        /** @description The group after the change, and what changed. */
        GroupChangeEventData: {
            group: components["schemas"]["EventGroup"];
            previous: components["schemas"]["GroupPrevious"];
        };
        /** @description Fields of a group changed, not its members. */
        GroupUpdatedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "group.updated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["GroupChangeEventData"];
        };
        /** @description A group was deleted; `data.group` is the last state. */
        GroupDeletedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "group.deleted";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["GroupEventData"];
        };
        /** @description Which group a membership is about. */
        GroupReference: {
            /**
             * Format: uuid
             * @description The id of the group.
             */
            id: string;
            /** @description The id that the identity provider uses for the group. */
            externalId: string | null;
            /** @description The name of the group. */
            displayName: string;
        };
        /** @description Which user a membership is about. */
        UserReference: {
            /**
             * Format: uuid
             * @description The id of the user.
             */
            id: string;
            /** @description The id that the identity provider uses for the person. */
            externalId: string | null;
            /** @description The name by which the person signs in. */
            userName: string;
            /** @description The primary e-mail address, else the first of type `work`, else the first; null when there is none. */
            email: string | null;
        };
        /** @description One membership of a user in a group. */
        GroupUserEventData: {
            group: components["schemas"]["GroupReference"];
            user: components["schemas"]["UserReference"];
        };
        /** @description A user became a member of a group. */
        GroupUserAddedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "group.user_added";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["GroupUserEventData"];
        };
        /** @description A user is no longer a member of a group. */
        GroupUserRemovedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "group.user_removed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["GroupUserEventData"];
        };
        /** @description One membership of a group in another. */
        GroupGroupEventData: {
            /** @description The group that has the member. */
            group: components["schemas"]["GroupReference"];
            /** @description The group that is the member. */
            memberGroup: components["schemas"]["GroupReference"];
        };
        /** @description A group became a member of another. */
        GroupGroupAddedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "group.group_added";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["GroupGroupEventData"];
        };
        /** @description A group is no longer a member of another. */
        GroupGroupRemovedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "group.group_removed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["GroupGroupEventData"];
        };
        /** @description The directory that the event is about. */
        DirectoryEventData: {
            directory: components["schemas"]["Directory"];
        };
        /** @description The identity provider sent its first authenticated request. */
        DirectoryActivatedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "directory.activated";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["DirectoryEventData"];
        };
        /** @description The events of the directory are held back. */
        DirectoryHeldEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "directory.held";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["DirectoryEventData"];
        };
        /** @description The events of the directory flow again. */
        DirectoryReleasedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "directory.released";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["DirectoryEventData"];
        };
        /** @description The directory was deleted; `data.directory` is the last state. */
        DirectoryDeletedEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "directory.deleted";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /** @description The place of the event in the log of its directory: 1, 2, 3 and so on, without gaps. */
            sequence: number;
            /**
             * Format: uuid
             * @description The directory it happened in.
             */
            directoryId: string;
            /** @description Your own id of the customer, as the directory had it; null when it had none. */
            organizationId: string | null;
            data: components["schemas"]["DirectoryEventData"];
        };
        /** @description An event of a directory, the same in the log and in a webhook. */
        Event: components["schemas"]["UserCreatedEvent"] | components["schemas"]["UserUpdatedEvent"] | components["schemas"]["UserDeactivatedEvent"] | components["schemas"]["UserReactivatedEvent"] | components["schemas"]["UserDeletedEvent"] | components["schemas"]["GroupCreatedEvent"] | components["schemas"]["GroupUpdatedEvent"] | components["schemas"]["GroupDeletedEvent"] | components["schemas"]["GroupUserAddedEvent"] | components["schemas"]["GroupUserRemovedEvent"] | components["schemas"]["GroupGroupAddedEvent"] | components["schemas"]["GroupGroupRemovedEvent"] | components["schemas"]["DirectoryActivatedEvent"] | components["schemas"]["DirectoryHeldEvent"] | components["schemas"]["DirectoryReleasedEvent"] | components["schemas"]["DirectoryDeletedEvent"];
        /** @description A page of the event log. */
        EventList: {
            /** @description The events of this page, oldest first; empty when none has come since `after`. */
            data: components["schemas"]["Event"][];
            /** @description The cursor to go on from, now or later. It is always there, also when the page is empty. */
            nextCursor: string;
        };
        /**
         * @description The type of an event that a webhook endpoint can get: those of directories, and `endpoint.*` about endpoints themselves.
         * @enum {string}
         */
        WebhookEventType: "user.created" | "user.updated" | "user.deactivated" | "user.reactivated" | "user.deleted" | "group.created" | "group.updated" | "group.deleted" | "group.user_added" | "group.user_removed" | "group.group_added" | "group.group_removed" | "directory.activated" | "directory.held" | "directory.released" | "directory.deleted" | "endpoint.test" | "endpoint.disabled";
        /**
         * @description How messages are signed: `v1` by HMAC-SHA256 with the `secret` of the endpoint, `v1a` by Ed25519, which is verified with its `publicKey`.
         * @enum {string}
         */
        WebhookSignatureVersion: "v1" | "v1a";
        /**
         * @description `disabled`: nothing is sent. Enabled again, it goes on from where it stood: what waits in its queue comes first, then what the log has got meanwhile.
         * @enum {string}
         */
        WebhookEndpointState: "enabled" | "disabled";
        /**
         * @description Why a webhook endpoint is disabled. `requested`: somebody asked for it. `failing`: its receiver failed for five days. `gone`: its receiver answered 410.
         * @enum {string}
         */
        WebhookEndpointDisabledReason: "requested" | "failing" | "gone";
        /** @description The last replay of a webhook endpoint. */
        WebhookEndpointReplay: {
            /** @description The cursor behind which it began. */
            after: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When its last event was put into the queue of the endpoint; null while it goes on.
             */
            finishedAt: string | null;
            /** @description How many events it has put into the queue until now. */
            deliveries: number;
            /** @description How far it has come through the part of the log that it repeats: from 0, where it began, to 1, its end. */
            progress: number;
        };
        /** @description A receiver of events. */
        WebhookEndpoint: {
            /**
             * Format: uuid
             * @description The id of the endpoint.
             */
            id: string;
            /** @description Where the events are sent. */
            url: string;
            /** @description What it is for; null when none was given. */
            description: string | null;
            /** @description The types of events that are sent; null for all, also for those that come to be later. */
            eventTypes: components["schemas"]["WebhookEventType"][] | null;
            /** @description The directories whose events are sent; null for all of the environment, also for those made later. */
            directoryIds: string[] | null;
            /** @description How each message is signed. Both stand side by side in one header. */
            signatures: components["schemas"]["WebhookSignatureVersion"][];
            /** @description The key that verifies `v1a` signatures: `whpk_` and the base64 of 32 bytes (Standard Webhooks). Also at `/.well-known/jwks.json?endpointId=…`. */
            publicKey: string;
            state: components["schemas"]["WebhookEndpointState"];
            /** @description Why nothing is sent; null while it is enabled. */
            disabledReason: components["schemas"]["WebhookEndpointDisabledReason"] | null;
            /**
             * Format: date-time
             * @description Since when nothing is sent; null while it is enabled.
             */
            disabledAt: string | null;
            /** @description The cursor of the event log behind which it goes on when it is enabled again; null while it is enabled. */
            resumeCursor: string | null;
            /**
             * Format: date-time
             * @description Since when nothing has been accepted; null while the receiver is well. After five days it is disabled.
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When its receiver is next tried with a single message; until one is accepted the others wait. Null while everything is sent.
             */
            nextProbeAt: string | null;
            /** @description The last replay that was asked for; null when there was none. */
            replay: components["schemas"]["WebhookEndpointReplay"] | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description A page of webhook endpoints. */
        WebhookEndpointList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["WebhookEndpoint"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
        };
        /** @description A new webhook endpoint. */
        WebhookEndpointInput: {
            /** @description Where to send the events. `https` on port 443, or 80 for `http` where that is allowed, without user name and password, on a public address; servers set up for development also take private and loopback addresses. */
            url: string;
            /** @description What it is for. */
            description?: string | null;
            /** @description The types of events to send. Null or left out: all of them. */
            eventTypes?: components["schemas"]["WebhookEventType"][] | null;
            /** @description Only events of these directories, which must belong to this environment. Null or left out: events of all. */
            directoryIds?: string[] | null;
            /** @description How each message is signed. `v1` alone unless given. */
            signatures?: components["schemas"]["WebhookSignatureVersion"][];
        };
        /** @description A new webhook endpoint, with the secret that is shown only now. */
        WebhookEndpointCreated: {
            /**
             * Format: uuid
             * @description The id of the endpoint.
             */
            id: string;
            /** @description Where the events are sent. */
            url: string;
            /** @description What it is for; null when none was given. */
            description: string | null;
            /** @description The types of events that are sent; null for all, also for those that come to be later. */
            eventTypes: components["schemas"]["WebhookEventType"][] | null;
            /** @description The directories whose events are sent; null for all of the environment, also for those made later. */
            directoryIds: string[] | null;
            /** @description How each message is signed. Both stand side by side in one header. */
            signatures: components["schemas"]["WebhookSignatureVersion"][];
            /** @description The key that verifies `v1a` signatures: `whpk_` and the base64 of 32 bytes (Standard Webhooks). Also at `/.well-known/jwks.json?endpointId=…`. */
            publicKey: string;
            state: components["schemas"]["WebhookEndpointState"];
            /** @description Why nothing is sent; null while it is enabled. */
            disabledReason: components["schemas"]["WebhookEndpointDisabledReason"] | null;
            /**
             * Format: date-time
             * @description Since when nothing is sent; null while it is enabled.
             */
            disabledAt: string | null;
            /** @description The cursor of the event log behind which it goes on when it is enabled again; null while it is enabled. */
            resumeCursor: string | null;
            /**
             * Format: date-time
             * @description Since when nothing has been accepted; null while the receiver is well. After five days it is disabled.
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When its receiver is next tried with a single message; until one is accepted the others wait. Null while everything is sent.
             */
            nextProbeAt: string | null;
            /** @description The last replay that was asked for; null when there was none. */
            replay: components["schemas"]["WebhookEndpointReplay"] | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /** @description The key that the receiver verifies signatures with: `whsec_` and base64 (Standard Webhooks). It is stored encrypted and not shown again. */
            secret: string;
        };
        /** @description What to change of a webhook endpoint. What is left out stays as it is. */
        WebhookEndpointUpdate: {
            /** @description Where to send the events. `https` on port 443, or 80 for `http` where that is allowed, without user name and password, on a public address; servers set up for development also take private and loopback addresses. */
            url?: string;
            /** @description What it is for; null takes it away. */
            description?: string | null;
            /** @description The types of events to send; null for all of them. */
            eventTypes?: components["schemas"]["WebhookEventType"][] | null;
            /** @description Only events of these directories, which must belong to this environment; null for all. */
            directoryIds?: string[] | null;
            /** @description How each message is signed from now on. */
            signatures?: components["schemas"]["WebhookSignatureVersion"][];
            state?: components["schemas"]["WebhookEndpointState"];
        };
        /** @description How to rotate a signing secret. */
        WebhookEndpointSecretInput: {
            /** @description How long messages are also signed with the previous keys. One day (86400) unless given; 0 ends the previous keys at once. */
            overlapSeconds?: number;
        };
        /** @description The new keys of an endpoint; the secret is shown only now. */
        WebhookEndpointSecret: {
            /** @description The new key: `whsec_` and base64. It is stored encrypted and not shown again. */
            secret: string;
            /** @description The new key that verifies `v1a` signatures: `whpk_` and base64. */
            publicKey: string;
            /**
             * Format: date-time
             * @description Until when every message is also signed with the previous keys.
             */
            previousSecretExpiresAt: string;
        };
        /**
         * @description `pending`: to be sent, or sent again. `delivered`: the receiver answered with a 2xx status. `failed`: the receiver refused it four times while it took others, so those behind it go on without it; it can be retried by hand.
         * @enum {string}
         */
        DeliveryState: "pending" | "delivered" | "failed";
        /** @description One event on its way to one webhook endpoint. */
        Delivery: {
            /**
             * Format: uuid
             * @description The id of the delivery.
             */
            id: string;
            /**
             * Format: uuid
             * @description The webhook endpoint it goes to.
             */
            endpointId: string;
            /**
             * Format: uuid
             * @description The event it carries, which is also the `webhook-id` of every attempt.
             */
            eventId: string;
            eventType: components["schemas"]["WebhookEventType"];
            /**
             * Format: uuid
             * @description The directory of the event; null for `endpoint.*`.
             */
            directoryId: string | null;
            /** @description The number of the event in its directory's log; null for `endpoint.*`. */
            sequence: number | null;
            /** @description Whether it repeats an event at your request, with the header `webhook-replay`. */
            isReplay: boolean;
            state: components["schemas"]["DeliveryState"];
            /** @description How many times it was sent. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is sent next; null when it is finished, or waits for an earlier delivery of the same user or group.
             */
            nextAttemptAt: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up; null while it is pending.
             */
            finishedAt: string | null;
        };
        /** @description Where a replay begins. */
        WebhookEndpointReplayInput: {
            /** @description A cursor of the event log: a `nextCursor` of the list of events, or the `eventCursor` of a list of users or groups. What lies behind it is sent again. */
            after: string;
        };
        /** @description A page of deliveries. */
        DeliveryList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["Delivery"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
        };
        /** @description One try to deliver an event. */
        DeliveryAttempt: {
            /**
             * Format: date-time
             * @description When the request was sent.
             */
            attemptedAt: string;
            /** @description How long it took, in milliseconds. */
            durationMs: number;
            /** @description The HTTP status of the answer; null when none came. */
            status: number | null;
            /** @description Why no answer came, such as a timeout; null when one did. */
            error: string | null;
            /** @description The first 4 KB of the answer; null when none came. */
            responseBody: string | null;
        };
        /** @description A delivery with all its attempts. */
        DeliveryDetail: {
            /**
             * Format: uuid
             * @description The id of the delivery.
             */
            id: string;
            /**
             * Format: uuid
             * @description The webhook endpoint it goes to.
             */
            endpointId: string;
            /**
             * Format: uuid
             * @description The event it carries, which is also the `webhook-id` of every attempt.
             */
            eventId: string;
            eventType: components["schemas"]["WebhookEventType"];
            /**
             * Format: uuid
             * @description The directory of the event; null for `endpoint.*`.
             */
            directoryId: string | null;
            /** @description The number of the event in its directory's log; null for `endpoint.*`. */
            sequence: number | null;
            /** @description Whether it repeats an event at your request, with the header `webhook-replay`. */
            isReplay: boolean;
            state: components["schemas"]["DeliveryState"];
            /** @description How many times it was sent. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is sent next; null when it is finished, or waits for an earlier delivery of the same user or group.
             */
            nextAttemptAt: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up; null while it is pending.
             */
            finishedAt: string | null;
            /** @description The attempts, oldest first. */
            attemptLog: components["schemas"]["DeliveryAttempt"][];
        };
        /** @description A key of the directory API. It opens one environment and nothing of another. */
        ApiKey: {
            /**
             * Format: uuid
             * @description The id of the key, by which it is revoked. It is no secret.
             */
            id: string;
            /** @description What the key is for. */
            name: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was revoked; null while it is live.
             */
            revokedAt: string | null;
        };
        /** @description A page of API keys. */
        ApiKeyList: {
            /** @description What this page holds; empty when nothing is left. */
            data: components["schemas"]["ApiKey"][];
            /** @description The cursor of the next page, to pass as `after`; null on the last page. */
            nextCursor: string | null;
        };
        /** @description A sign of life. */
        Health: {
            /**
             * @description Always `ok`.
             * @constant
             */
            status: "ok";
        };
        /** @description The server takes requests. */
        Readiness: {
            /**
             * @description Always `ready`.
             * @constant
             */
            status: "ready";
        };
        /** @description The public key of an Ed25519 key pair (RFC 8037 section 2). */
        JsonWebKey: {
            /**
             * @description The family of the key.
             * @constant
             */
            kty: "OKP";
            /**
             * @description The curve.
             * @constant
             */
            crv: "Ed25519";
            /** @description The 32 bytes of the public key, in base64url. */
            x: string;
            /** @description The thumbprint of the key (RFC 7638). Messages do not name it; try every key. */
            kid: string;
            /**
             * @description What the key is for.
             * @constant
             */
            use: "sig";
            /**
             * @description The algorithm.
             * @constant
             */
            alg: "EdDSA";
        };
        /** @description Public keys (RFC 7517 section 5). */
        JsonWebKeySet: {
            /** @description The keys, the newest first. */
            keys: components["schemas"]["JsonWebKey"][];
        };
        /** @description An OpenAPI 3.1 document. */
        OpenapiDocument: {
            /** @description The version of OpenAPI. */
            openapi: string;
            /** @description Title, version and description. */
            info: {
                [key: string]: unknown;
            };
            /** @description The operations, by path. */
            paths: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description The webhook endpoint that the event is about. */
        EndpointEventData: {
            endpoint: components["schemas"]["WebhookEndpoint"];
        };
        /** @description A test message to a webhook endpoint. */
        EndpointTestEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "endpoint.test";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["EndpointEventData"];
        };
        /** @description A webhook endpoint was disabled. */
        EndpointDisabledEvent: {
            /**
             * Format: uuid
             * @description The id of the event; the `webhook-id` of every delivery of it.
             */
            id: string;
            /**
             * @description The type of the event.
             * @constant
             */
            type: "endpoint.disabled";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            data: components["schemas"]["EndpointEventData"];
        };
    };
    responses: {
        /** @description The query cannot be answered. */
        "scim-bad-query": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description There is no token, or it does not open this directory. */
        "scim-unauthorized": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "WWW-Authenticate": components["headers"]["www-authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description There is no such directory, or no such resource in it. */
        "scim-not-found": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description Too many requests for this directory. Try again after `Retry-After`. */
        "scim-too-many-requests": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The server failed. Its log has the reason under the request id. */
        "scim-internal-error": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The server cannot reach its database, or is stopping. Try again after `Retry-After`. */
        "scim-unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The body or the query is wrong. Nothing changed. */
        "scim-bad-request": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description Another resource has this unique value. Nothing changed. */
        "scim-conflict": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The body is larger than the server reads. Nothing changed. */
        "scim-payload-too-large": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The body is neither `application/scim+json` nor `application/json`. */
        "scim-unsupported-media-type": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The resource is still in a version that `If-None-Match` names. */
        "scim-not-modified": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                ETag: components["headers"]["etag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The resource has another version than `If-Match` names. Nothing changed. */
        "scim-precondition-failed": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The changes are wrong. None of them was made. */
        "scim-bad-patch": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The request as a whole is wrong. Nothing changed. */
        "scim-bad-bulk": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The request has more bytes or more operations than the server takes at once. Nothing changed. */
        "scim-bulk-too-large": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The server does not have this part of SCIM (RFC 7644 section 3.12). */
        "scim-not-implemented": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The body is no query, or one that cannot be answered. */
        "scim-bad-search": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description Discovery takes no filter (RFC 7644 section 4). */
        "scim-filter-forbidden": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["ScimError"];
            };
        };
        /** @description The body is not what is expected. Nothing changed. */
        "bad-request": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no key, or not a live one that opens this operation. */
        unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "WWW-Authenticate": components["headers"]["www-authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request contradicts what is there, or its `Idempotency-Key` was used for something else or is in use at this moment. Nothing changed. */
        conflict: {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["retry-after-if-passing"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than the server reads. Nothing changed. */
        "payload-too-large": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not `application/json`. Nothing changed. */
        "unsupported-media-type": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. Try again after `Retry-After`. */
        "too-many-requests": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server failed. Its log has the reason under the request id. */
        "internal-error": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server cannot reach its database, or is stopping. Try again after `Retry-After`. */
        unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["retry-after"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource in this environment. */
        "not-found": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Idempotency-Key` was used for something else, or is in use at this moment. Nothing changed. */
        "idempotency-conflict": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["retry-after-if-passing"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A parameter is not what is expected. */
        "bad-query": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Done. There is nothing to return. */
        "no-content": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The cursor is older than the events that are kept. List users and groups again and go on from their `eventCursor`. */
        "cursor-expired": {
            headers: {
                "X-Request-Id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The receiver is gone for good: the endpoint is disabled. */
        "webhook-gone": {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The receiver is busy: the event is sent again, not before `Retry-After`, within bounds. */
        "webhook-slow-down": {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The receiver has the event; the answer may be empty. Answer within 15 seconds and do slow work afterwards. Any status that is not 2xx, redirects included, is a failure, and the event is sent again. */
        "webhook-received": {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
        "scim-directory-id": string;
        /**
         * @description Which resources to list: the whole grammar of RFC 7644 section 3.4.2.2, on every attribute, those of extensions too.
         *     Attribute names and operators are taken in any case; text is compared as the attribute's `caseExact` says, dates as
         *     moments. A multi-valued attribute matches when any of its values does; `type ne "work"` also when there is none. What is
         *     in brackets holds for one and the same element: `emails[type eq "work" and value co "@example.com"]`.
         *
         *     Compat mode takes unquoted values, as in Entra's examples, and a complex attribute for its `.value`
         *     (`manager eq "..."`).
         *
         *     What cannot be answered exactly is 400 invalidFilter, never an empty list: an attribute that no schema of the
         *     resource type has, `password`, `gt` on a boolean, more than 8,192 characters, 32 levels of parentheses or 256
         *     comparisons. Attributes behind the URN of an extension that no schema describes are looked for as they were given.
         *
         *     Indexes serve `eq` on `id`, `userName`, `externalId`, `displayName`, `emails.value`, `groups.value` and
         *     `members.value`, `sw` on the names, and comparisons of `meta.lastModified`, also as parts of an `and`; other filters
         *     read the whole directory.
         */
        "scim-filter": string;
        /** @description The position of the first resource wanted, from 1 (RFC 7644 section 3.4.2.4). Less than 1 is taken as 1; what is no integer is 400 invalidValue; beyond the end the page is empty. Without it 1. */
        "scim-start-index": number;
        /** @description The most resources wanted on the page (RFC 7644 section 3.4.2.4). Without it 100; more than 200 is taken as 200, less than 0 as 0, and 0 asks for `totalResults` alone. What is no integer is 400 invalidValue, beside a cursor invalidCount. */
        "scim-count": number;
        /** @description Asks for pages by cursor (RFC 9865): empty for the first page, then `nextCursor` or `previousCursor` of the page before, with the same filter, sorting and count. Resources that are created, changed or deleted meanwhile move no others, so none is missed or listed twice; only one whose own `sortBy` value changes may move past the page. Cursors do not expire. What is no cursor of this query is 400 invalidCursor; another count than before is 400 invalidCount. Not together with `startIndex`. */
        "scim-cursor": string;
        /** @description The attribute to order by (RFC 7644 section 3.4.2.3): numbers and dates by value, text by code points and as `caseExact` says. A multi-valued attribute counts with its primary value, else its first; a complex one needs a sub-attribute (`name.familyName`), or in compat mode stands for its `.value`. Resources without a value come last, or first when descending; equal ones in the order of their ids. An attribute that the resource type does not have is 400 invalidValue. Of text longer than 500 characters the first 500 count. Without it resources come in the order in which they were created. */
        "scim-sort-by": string;
        /** @description The direction of `sortBy`; ascending unless given. Anything else is 400 invalidValue. */
        "scim-sort-order": "ascending" | "descending";
        /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
        "scim-attributes": string;
        /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
        "scim-excluded-attributes": string;
        /** @description The `id` that the server gave the user. */
        "scim-user-id": string;
        /** @description The entity tags that the client holds (RFC 7644 section 3.14), or `*`. When the resource still has one of them, the answer is 304 without a body. A tag covers what is written to the resource itself: the `groups` of a user, which follow from the groups, have no part in it. */
        "scim-if-none-match": string;
        /** @description The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes. */
        "scim-if-match": string;
        /** @description The `id` that the server gave the group. */
        "scim-group-id": string;
        /** @description The `id` of a resource type: `User` or `Group`. */
        "scim-resource-type-id": string;
        /** @description The URN of a schema. */
        "scim-schema-urn": string;
        /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
        "idempotency-key": string;
        /** @description The `name` of the environment, such as `default`. */
        "environment-name": string;
        /** @description How many at most on this page. */
        limit: number;
        /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
        after: string;
        /** @description The `id` of the directory. */
        "directory-id": string;
        /** @description The `id` of the directory token. */
        "token-id": string;
        /** @description The `id` of the user. */
        "user-id": string;
        /** @description The `id` of the group. */
        "group-id": string;
        /** @description Where to go on: a `nextCursor` of this operation, or the `eventCursor` of a list of users or groups. Without it the oldest event that is kept comes first. */
        "events-after": string;
        /** @description The `id` of the event. */
        "event-id": string;
        /** @description The `id` of the webhook endpoint. */
        "endpoint-id": string;
        /** @description The `id` of the delivery. */
        "delivery-id": string;
        /** @description The `id` of the API key, not the key itself. */
        "api-key-id": string;
        /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
        "webhook-id": string;
        /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
        "webhook-timestamp": number;
        /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
        "webhook-signature": string;
        /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
        "webhook-replay": "true";
    };
    requestBodies: never;
    headers: {
        /** @description The identifier of this request in the server's log. Quote it when you ask for help. */
        "x-request-id": string;
        /** @description The authentication scheme to use (RFC 6750 section 3). */
        "www-authenticate": string;
        /** @description Whole seconds to wait before the next try. Never a date, which Okta does not read. */
        "retry-after": number;
        /** @description The URI of the created resource. */
        location: string;
        /** @description The weak entity tag of this version of the resource, equal to `meta.version` (RFC 7644 section 3.14). */
        etag: string;
        /** @description `true` when this is the answer that an earlier request with this `Idempotency-Key` got. */
        "idempotent-replayed": "true";
        /** @description Whole seconds to wait before the next try, when the reason will pass. */
        "retry-after-if-passing": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
/** What each operation of the contract takes and answers. */
export interface operations {
    scimListUsers: {
        parameters: {
            query?: {
                /**
                 * @description Which resources to list: the whole grammar of RFC 7644 section 3.4.2.2, on every attribute, those of extensions too.
                 *     Attribute names and operators are taken in any case; text is compared as the attribute's `caseExact` says, dates as
                 *     moments. A multi-valued attribute matches when any of its values does; `type ne "work"` also when there is none. What is
                 *     in brackets holds for one and the same element: `emails[type eq "work" and value co "@example.com"]`.
                 *
                 *     Compat mode takes unquoted values, as in Entra's examples, and a complex attribute for its `.value`
                 *     (`manager eq "..."`).
                 *
                 *     What cannot be answered exactly is 400 invalidFilter, never an empty list: an attribute that no schema of the
                 *     resource type has, `password`, `gt` on a boolean, more than 8,192 characters, 32 levels of parentheses or 256
                 *     comparisons. Attributes behind the URN of an extension that no schema describes are looked for as they were given.
                 *
                 *     Indexes serve `eq` on `id`, `userName`, `externalId`, `displayName`, `emails.value`, `groups.value` and
                 *     `members.value`, `sw` on the names, and comparisons of `meta.lastModified`, also as parts of an `and`; other filters
                 *     read the whole directory.
                 */
                filter?: components["parameters"]["scim-filter"];
                /** @description The position of the first resource wanted, from 1 (RFC 7644 section 3.4.2.4). Less than 1 is taken as 1; what is no integer is 400 invalidValue; beyond the end the page is empty. Without it 1. */
                startIndex?: components["parameters"]["scim-start-index"];
                /** @description The most resources wanted on the page (RFC 7644 section 3.4.2.4). Without it 100; more than 200 is taken as 200, less than 0 as 0, and 0 asks for `totalResults` alone. What is no integer is 400 invalidValue, beside a cursor invalidCount. */
                count?: components["parameters"]["scim-count"];
                /** @description Asks for pages by cursor (RFC 9865): empty for the first page, then `nextCursor` or `previousCursor` of the page before, with the same filter, sorting and count. Resources that are created, changed or deleted meanwhile move no others, so none is missed or listed twice; only one whose own `sortBy` value changes may move past the page. Cursors do not expire. What is no cursor of this query is 400 invalidCursor; another count than before is 400 invalidCount. Not together with `startIndex`. */
                cursor?: components["parameters"]["scim-cursor"];
                /** @description The attribute to order by (RFC 7644 section 3.4.2.3): numbers and dates by value, text by code points and as `caseExact` says. A multi-valued attribute counts with its primary value, else its first; a complex one needs a sub-attribute (`name.familyName`), or in compat mode stands for its `.value`. Resources without a value come last, or first when descending; equal ones in the order of their ids. An attribute that the resource type does not have is 400 invalidValue. Of text longer than 500 characters the first 500 count. Without it resources come in the order in which they were created. */
                sortBy?: components["parameters"]["scim-sort-by"];
                /** @description The direction of `sortBy`; ascending unless given. Anything else is 400 invalidValue. */
                sortOrder?: components["parameters"]["scim-sort-order"];
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users, empty when none matches. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUserList"];
                };
            };
            400: components["responses"]["scim-bad-query"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimCreateUser: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimUserInput"];
                "application/json": components["schemas"]["ScimUserInput"];
            };
        };
        responses: {
            /** @description The user was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    Location: components["headers"]["location"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            400: components["responses"]["scim-bad-request"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            409: components["responses"]["scim-conflict"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimGetUser: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: {
                /** @description The entity tags that the client holds (RFC 7644 section 3.14), or `*`. When the resource still has one of them, the answer is 304 without a body. A tag covers what is written to the resource itself: the `groups` of a user, which follow from the groups, have no part in it. */
                "If-None-Match"?: components["parameters"]["scim-if-none-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the user. */
                userId: components["parameters"]["scim-user-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            304: components["responses"]["scim-not-modified"];
            400: components["responses"]["scim-bad-query"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimReplaceUser: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: {
                /** @description The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes. */
                "If-Match"?: components["parameters"]["scim-if-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the user. */
                userId: components["parameters"]["scim-user-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimUserInput"];
                "application/json": components["schemas"]["ScimUserInput"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            400: components["responses"]["scim-bad-request"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            409: components["responses"]["scim-conflict"];
            412: components["responses"]["scim-precondition-failed"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimDeleteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes. */
                "If-Match"?: components["parameters"]["scim-if-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the user. */
                userId: components["parameters"]["scim-user-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            412: components["responses"]["scim-precondition-failed"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimPatchUser: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: {
                /** @description The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes. */
                "If-Match"?: components["parameters"]["scim-if-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the user. */
                userId: components["parameters"]["scim-user-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimPatchRequest"];
                "application/json": components["schemas"]["ScimPatchRequest"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            400: components["responses"]["scim-bad-patch"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            409: components["responses"]["scim-conflict"];
            412: components["responses"]["scim-precondition-failed"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimListGroups: {
        parameters: {
            query?: {
                /**
                 * @description Which resources to list: the whole grammar of RFC 7644 section 3.4.2.2, on every attribute, those of extensions too.
                 *     Attribute names and operators are taken in any case; text is compared as the attribute's `caseExact` says, dates as
                 *     moments. A multi-valued attribute matches when any of its values does; `type ne "work"` also when there is none. What is
                 *     in brackets holds for one and the same element: `emails[type eq "work" and value co "@example.com"]`.
                 *
                 *     Compat mode takes unquoted values, as in Entra's examples, and a complex attribute for its `.value`
                 *     (`manager eq "..."`).
                 *
                 *     What cannot be answered exactly is 400 invalidFilter, never an empty list: an attribute that no schema of the
                 *     resource type has, `password`, `gt` on a boolean, more than 8,192 characters, 32 levels of parentheses or 256
                 *     comparisons. Attributes behind the URN of an extension that no schema describes are looked for as they were given.
                 *
                 *     Indexes serve `eq` on `id`, `userName`, `externalId`, `displayName`, `emails.value`, `groups.value` and
                 *     `members.value`, `sw` on the names, and comparisons of `meta.lastModified`, also as parts of an `and`; other filters
                 *     read the whole directory.
                 */
                filter?: components["parameters"]["scim-filter"];
                /** @description The position of the first resource wanted, from 1 (RFC 7644 section 3.4.2.4). Less than 1 is taken as 1; what is no integer is 400 invalidValue; beyond the end the page is empty. Without it 1. */
                startIndex?: components["parameters"]["scim-start-index"];
                /** @description The most resources wanted on the page (RFC 7644 section 3.4.2.4). Without it 100; more than 200 is taken as 200, less than 0 as 0, and 0 asks for `totalResults` alone. What is no integer is 400 invalidValue, beside a cursor invalidCount. */
                count?: components["parameters"]["scim-count"];
                /** @description Asks for pages by cursor (RFC 9865): empty for the first page, then `nextCursor` or `previousCursor` of the page before, with the same filter, sorting and count. Resources that are created, changed or deleted meanwhile move no others, so none is missed or listed twice; only one whose own `sortBy` value changes may move past the page. Cursors do not expire. What is no cursor of this query is 400 invalidCursor; another count than before is 400 invalidCount. Not together with `startIndex`. */
                cursor?: components["parameters"]["scim-cursor"];
                /** @description The attribute to order by (RFC 7644 section 3.4.2.3): numbers and dates by value, text by code points and as `caseExact` says. A multi-valued attribute counts with its primary value, else its first; a complex one needs a sub-attribute (`name.familyName`), or in compat mode stands for its `.value`. Resources without a value come last, or first when descending; equal ones in the order of their ids. An attribute that the resource type does not have is 400 invalidValue. Of text longer than 500 characters the first 500 count. Without it resources come in the order in which they were created. */
                sortBy?: components["parameters"]["scim-sort-by"];
                /** @description The direction of `sortBy`; ascending unless given. Anything else is 400 invalidValue. */
                sortOrder?: components["parameters"]["scim-sort-order"];
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups, empty when none matches. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroupList"];
                };
            };
            400: components["responses"]["scim-bad-query"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimCreateGroup: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimGroupInput"];
                "application/json": components["schemas"]["ScimGroupInput"];
            };
        };
        responses: {
            /** @description The group was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    Location: components["headers"]["location"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
            400: components["responses"]["scim-bad-request"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            409: components["responses"]["scim-conflict"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimGetGroup: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: {
                /** @description The entity tags that the client holds (RFC 7644 section 3.14), or `*`. When the resource still has one of them, the answer is 304 without a body. A tag covers what is written to the resource itself: the `groups` of a user, which follow from the groups, have no part in it. */
                "If-None-Match"?: components["parameters"]["scim-if-none-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the group. */
                groupId: components["parameters"]["scim-group-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
            304: components["responses"]["scim-not-modified"];
            400: components["responses"]["scim-bad-query"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimReplaceGroup: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: {
                /** @description The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes. */
                "If-Match"?: components["parameters"]["scim-if-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the group. */
                groupId: components["parameters"]["scim-group-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimGroupInput"];
                "application/json": components["schemas"]["ScimGroupInput"];
            };
        };
        responses: {
            /** @description The group as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
            400: components["responses"]["scim-bad-request"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            409: components["responses"]["scim-conflict"];
            412: components["responses"]["scim-precondition-failed"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimDeleteGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes. */
                "If-Match"?: components["parameters"]["scim-if-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the group. */
                groupId: components["parameters"]["scim-group-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group is gone. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            412: components["responses"]["scim-precondition-failed"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimPatchGroup: {
        parameters: {
            query?: {
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: {
                /** @description The entity tag of the version that the change is meant for (RFC 7644 section 3.14), or `*`. When the resource has another version by now, the answer is 412 and nothing changes. */
                "If-Match"?: components["parameters"]["scim-if-match"];
            };
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` that the server gave the group. */
                groupId: components["parameters"]["scim-group-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimPatchRequest"];
                "application/json": components["schemas"]["ScimPatchRequest"];
            };
        };
        responses: {
            /** @description The part of the group that `attributes` asks for. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroup"];
                };
            };
            /** @description The changes were made. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["scim-bad-patch"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            409: components["responses"]["scim-conflict"];
            412: components["responses"]["scim-precondition-failed"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimBulk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimBulkRequest"];
                "application/json": components["schemas"]["ScimBulkRequest"];
            };
        };
        responses: {
            /** @description The operations were run; each has its own status. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimBulkResponse"];
                };
            };
            400: components["responses"]["scim-bad-bulk"];
            401: components["responses"]["scim-unauthorized"];
            413: components["responses"]["scim-bulk-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimGetMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["scim-unauthorized"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            501: components["responses"]["scim-not-implemented"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimReplaceMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["scim-unauthorized"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            501: components["responses"]["scim-not-implemented"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimCreateMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["scim-unauthorized"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            501: components["responses"]["scim-not-implemented"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimDeleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["scim-unauthorized"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            501: components["responses"]["scim-not-implemented"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimPatchMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["scim-unauthorized"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            501: components["responses"]["scim-not-implemented"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimListAll: {
        parameters: {
            query?: {
                /**
                 * @description Which resources to list: the whole grammar of RFC 7644 section 3.4.2.2, on every attribute, those of extensions too.
                 *     Attribute names and operators are taken in any case; text is compared as the attribute's `caseExact` says, dates as
                 *     moments. A multi-valued attribute matches when any of its values does; `type ne "work"` also when there is none. What is
                 *     in brackets holds for one and the same element: `emails[type eq "work" and value co "@example.com"]`.
                 *
                 *     Compat mode takes unquoted values, as in Entra's examples, and a complex attribute for its `.value`
                 *     (`manager eq "..."`).
                 *
                 *     What cannot be answered exactly is 400 invalidFilter, never an empty list: an attribute that no schema of the
                 *     resource type has, `password`, `gt` on a boolean, more than 8,192 characters, 32 levels of parentheses or 256
                 *     comparisons. Attributes behind the URN of an extension that no schema describes are looked for as they were given.
                 *
                 *     Indexes serve `eq` on `id`, `userName`, `externalId`, `displayName`, `emails.value`, `groups.value` and
                 *     `members.value`, `sw` on the names, and comparisons of `meta.lastModified`, also as parts of an `and`; other filters
                 *     read the whole directory.
                 */
                filter?: components["parameters"]["scim-filter"];
                /** @description The position of the first resource wanted, from 1 (RFC 7644 section 3.4.2.4). Less than 1 is taken as 1; what is no integer is 400 invalidValue; beyond the end the page is empty. Without it 1. */
                startIndex?: components["parameters"]["scim-start-index"];
                /** @description The most resources wanted on the page (RFC 7644 section 3.4.2.4). Without it 100; more than 200 is taken as 200, less than 0 as 0, and 0 asks for `totalResults` alone. What is no integer is 400 invalidValue, beside a cursor invalidCount. */
                count?: components["parameters"]["scim-count"];
                /** @description Asks for pages by cursor (RFC 9865): empty for the first page, then `nextCursor` or `previousCursor` of the page before, with the same filter, sorting and count. Resources that are created, changed or deleted meanwhile move no others, so none is missed or listed twice; only one whose own `sortBy` value changes may move past the page. Cursors do not expire. What is no cursor of this query is 400 invalidCursor; another count than before is 400 invalidCount. Not together with `startIndex`. */
                cursor?: components["parameters"]["scim-cursor"];
                /** @description The attribute to order by (RFC 7644 section 3.4.2.3): numbers and dates by value, text by code points and as `caseExact` says. A multi-valued attribute counts with its primary value, else its first; a complex one needs a sub-attribute (`name.familyName`), or in compat mode stands for its `.value`. Resources without a value come last, or first when descending; equal ones in the order of their ids. An attribute that the resource type does not have is 400 invalidValue. Of text longer than 500 characters the first 500 count. Without it resources come in the order in which they were created. */
                sortBy?: components["parameters"]["scim-sort-by"];
                /** @description The direction of `sortBy`; ascending unless given. Anything else is 400 invalidValue. */
                sortOrder?: components["parameters"]["scim-sort-order"];
                /** @description The attributes wanted in the answer, with commas between (RFC 7644 section 3.9): `userName,name.familyName`, or behind their schema URN. `schemas` and `id` always come; names that nobody knows are ignored. Not together with `excludedAttributes`: 400 invalidValue. */
                attributes?: components["parameters"]["scim-attributes"];
                /** @description The attributes not wanted in the answer, with commas between (RFC 7644 section 3.9). Entra asks for groups with `members` left out, which never reads them. `schemas` and `id` always come. */
                excludedAttributes?: components["parameters"]["scim-excluded-attributes"];
            };
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what matches, empty when nothing does. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimResourceList"];
                };
            };
            400: components["responses"]["scim-bad-query"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimSearchAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimSearchRequest"];
                "application/json": components["schemas"]["ScimSearchRequest"];
            };
        };
        responses: {
            /** @description A page of what matches, empty when nothing does. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimResourceList"];
                };
            };
            400: components["responses"]["scim-bad-search"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimSearchUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimSearchRequest"];
                "application/json": components["schemas"]["ScimSearchRequest"];
            };
        };
        responses: {
            /** @description A page of what matches, empty when nothing does. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimUserList"];
                };
            };
            400: components["responses"]["scim-bad-search"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimSearchGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ScimSearchRequest"];
                "application/json": components["schemas"]["ScimSearchRequest"];
            };
        };
        responses: {
            /** @description A page of what matches, empty when nothing does. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimGroupList"];
                };
            };
            400: components["responses"]["scim-bad-search"];
            401: components["responses"]["scim-unauthorized"];
            404: components["responses"]["scim-not-found"];
            413: components["responses"]["scim-payload-too-large"];
            415: components["responses"]["scim-unsupported-media-type"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimGetServiceProviderConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The capabilities. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimServiceProviderConfig"];
                };
            };
            401: components["responses"]["scim-unauthorized"];
            403: components["responses"]["scim-filter-forbidden"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimListResourceTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource types. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimResourceTypeList"];
                };
            };
            401: components["responses"]["scim-unauthorized"];
            403: components["responses"]["scim-filter-forbidden"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimGetResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The `id` of a resource type: `User` or `Group`. */
                resourceTypeId: components["parameters"]["scim-resource-type-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource type. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimResourceType"];
                };
            };
            401: components["responses"]["scim-unauthorized"];
            403: components["responses"]["scim-filter-forbidden"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimListSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schemas. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimSchemaList"];
                };
            };
            401: components["responses"]["scim-unauthorized"];
            403: components["responses"]["scim-filter-forbidden"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    scimGetSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, part of the base URL that its administrator pastes into the identity provider. */
                directoryId: components["parameters"]["scim-directory-id"];
                /** @description The URN of a schema. */
                schemaUrn: components["parameters"]["scim-schema-urn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimSchema"];
                };
            };
            401: components["responses"]["scim-unauthorized"];
            403: components["responses"]["scim-filter-forbidden"];
            404: components["responses"]["scim-not-found"];
            429: components["responses"]["scim-too-many-requests"];
            500: components["responses"]["scim-internal-error"];
            503: components["responses"]["scim-unavailable"];
        };
    };
    createEnvironment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentInput"];
            };
        };
        responses: {
            /** @description The environment was created. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentCreated"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    createEnvironmentApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The `name` of the environment, such as `default`. */
                environmentName: components["parameters"]["environment-name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyInput"];
            };
        };
        responses: {
            /** @description The key was created. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            409: components["responses"]["idempotency-conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDirectories: {
        parameters: {
            query?: {
                /** @description Only directories of this customer, by your own id of it. */
                organizationId?: string;
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of directories. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    createDirectory: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryInput"];
            };
        };
        responses: {
            /** @description The directory was created. It is `pending` until its identity provider sends the first request. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            409: components["responses"]["idempotency-conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The directory. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["no-content"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    updateDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryUpdate"];
            };
        };
        responses: {
            /** @description The directory as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    releaseDirectory: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryRelease"];
            };
        };
        responses: {
            /** @description The directory, active again. Its events follow in the background. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDirectoryTokens: {
        parameters: {
            query?: {
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tokens. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryTokenList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    createDirectoryToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DirectoryTokenInput"];
            };
        };
        responses: {
            /** @description The token was created. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryTokenCreated"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            409: components["responses"]["idempotency-conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    revokeDirectoryToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the directory token. */
                tokenId: components["parameters"]["token-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["no-content"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDirectoryLeniences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The leniences. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryLenienceList"];
                };
            };
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Only direct members of this group. */
                groupId?: string;
                /** @description Only users who have this e-mail address, as any of their `emails`, without regard to case. */
                email?: string;
                /** @description Only the user of this userName, without regard to case. */
                userName?: string;
                /** @description Only users with this id of the identity provider. */
                externalId?: string;
                /** @description Only active users, or only deactivated ones. */
                active?: boolean;
                /** @description Only users whose `updatedAt` is at this time or later. */
                updatedSince?: string;
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the user. */
                userId: components["parameters"]["user-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    eraseUserData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the user. */
                userId: components["parameters"]["user-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["no-content"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listUserGroups: {
        parameters: {
            query?: {
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the user. */
                userId: components["parameters"]["user-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description Only groups that this user is a direct member of. */
                userId?: string;
                /** @description Only the group of this name, without regard to case. */
                displayName?: string;
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the group. */
                groupId: components["parameters"]["group-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listGroupMembers: {
        parameters: {
            query?: {
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path: {
                /** @description The `id` of the directory. */
                directoryId: components["parameters"]["directory-id"];
                /** @description The `id` of the group. */
                groupId: components["parameters"]["group-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMemberList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Where to go on: a `nextCursor` of this operation, or the `eventCursor` of a list of users or groups. Without it the oldest event that is kept comes first. */
                after?: components["parameters"]["events-after"];
                /** @description Only events of this directory; without it, of all in the environment. */
                directoryId?: string;
                /** @description Only events of these types; in the URL parted by commas. */
                types?: components["schemas"]["EventType"][];
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description How long to wait for an event when there is none yet. With 0 the answer comes at once. */
                waitSeconds?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, empty when none has come. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            410: components["responses"]["cursor-expired"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the event. */
                eventId: components["parameters"]["event-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointInput"];
            };
        };
        responses: {
            /** @description The endpoint was created. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointCreated"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            409: components["responses"]["idempotency-conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["no-content"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointUpdate"];
            };
        };
        responses: {
            /** @description The endpoint as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            410: components["responses"]["cursor-expired"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    rotateWebhookEndpointSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointSecretInput"];
            };
        };
        responses: {
            /** @description The secret was rotated. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointSecret"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            409: components["responses"]["idempotency-conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test event is on its way. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    replayWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The `id` of the webhook endpoint. */
                endpointId: components["parameters"]["endpoint-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointReplayInput"];
            };
        };
        responses: {
            /** @description The replay has begun. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            409: components["responses"]["conflict"];
            410: components["responses"]["cursor-expired"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only deliveries to this webhook endpoint. */
                endpointId?: string;
                /** @description Only deliveries of this event. */
                eventId?: string;
                /** @description Only deliveries in this state. */
                state?: components["schemas"]["DeliveryState"];
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the delivery. */
                deliveryId: components["parameters"]["delivery-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path: {
                /** @description The `id` of the delivery. */
                deliveryId: components["parameters"]["delivery-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery as it is now. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description How many at most on this page. */
                limit?: components["parameters"]["limit"];
                /** @description The `nextCursor` of the page before; without it the first page. Ask with the same filters as for that page. */
                after?: components["parameters"]["after"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            400: components["responses"]["bad-query"];
            401: components["responses"]["unauthorized"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
                "Idempotency-Key"?: components["parameters"]["idempotency-key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyInput"];
            };
        };
        responses: {
            /** @description The key was created. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["idempotent-replayed"];
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["unauthorized"];
            409: components["responses"]["idempotency-conflict"];
            413: components["responses"]["payload-too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the API key, not the key itself. */
                apiKeyId: components["parameters"]["api-key-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["no-content"];
            401: components["responses"]["unauthorized"];
            404: components["responses"]["not-found"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["internal-error"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server takes requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["unauthorized"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getJwks: {
        parameters: {
            query: {
                /** @description The webhook endpoint. */
                endpointId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. Keep them no longer than `Cache-Control` says. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    /** @description How long the keys may be kept. */
                    "Cache-Control": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/jwk-set+json": components["schemas"]["JsonWebKeySet"];
                };
            };
            400: components["responses"]["bad-query"];
            404: components["responses"]["not-found"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["unavailable"];
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenapiDocument"];
                };
            };
            500: components["responses"]["internal-error"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            500: components["responses"]["internal-error"];
        };
    };
    onUserCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onUserUpdated: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onUserDeactivated: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDeactivatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onUserReactivated: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserReactivatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onUserDeleted: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDeletedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onGroupCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupCreatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onGroupUpdated: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupUpdatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onGroupDeleted: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupDeletedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onGroupUserAdded: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupUserAddedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onGroupUserRemoved: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupUserRemovedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onGroupGroupAdded: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupGroupAddedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onGroupGroupRemoved: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupGroupRemovedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onDirectoryActivated: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryActivatedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onDirectoryHeld: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryHeldEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onDirectoryReleased: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryReleasedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onDirectoryDeleted: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
                /** @description `true` when the message repeats an event because a replay was asked for; it has the `webhook-id` that it had before. */
                "webhook-replay"?: components["parameters"]["webhook-replay"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectoryDeletedEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onEndpointTest: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointTestEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
    onEndpointDisabled: {
        parameters: {
            query?: never;
            header: {
                /** @description The `id` of the event. Every attempt to deliver it has the same: remember it, and pass over what you have handled. */
                "webhook-id": components["parameters"]["webhook-id"];
                /** @description When this attempt was sent, in seconds since 1970. Refuse what is more than five minutes off. */
                "webhook-timestamp": components["parameters"]["webhook-timestamp"];
                /** @description One signature or several, parted by spaces, each of `{webhook-id}.{webhook-timestamp}.{body}`: `v1,` and the base64 of its HMAC-SHA256 under the secret of the endpoint, or `v1a,` and the base64 of its Ed25519 signature. Accept the message when one of them is right. While keys are rotated there are two of each. */
                "webhook-signature": components["parameters"]["webhook-signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointDisabledEvent"];
            };
        };
        responses: {
            410: components["responses"]["webhook-gone"];
            429: components["responses"]["webhook-slow-down"];
            "2XX": components["responses"]["webhook-received"];
        };
    };
}
