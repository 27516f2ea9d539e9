// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".

/**
 * What each path of the contract takes and answers.
 *
 * @example
 * ```ts
 * type NewDirectory = paths['/v1/directories']['post']['requestBody']['content']['application/json'];
 *
 * // Through openapi-fetch: a failure is a result, not an exception.
 * const create = (body: NewDirectory) => dirsync.http.POST('/v1/directories', { body });
 * const { data, error } = await create({ name: 'Acme' });
 * console.log(data?.id ?? error?.detail);
 * ```
 */
export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
    };
    responses: {
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
    };
    parameters: {
        /** @description A key that you make for this call, such as a UUID, and send again when you repeat it. The first request with it that succeeds has the effect; within 24 hours, others of the same operation and content get its answer again and do nothing. Requests that fail may be repeated with the same key. */
        "idempotency-key": string;
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
    };
    requestBodies: never;
    headers: {
        /** @description The identifier of this request in the server's log. Quote it when you ask for help. */
        "x-request-id": string;
        /** @description The authentication scheme to use (RFC 6750 section 3). */
        "www-authenticate": string;
        /** @description Whole seconds to wait before the next try. Never a date, which Okta does not read. */
        "retry-after": number;
        /** @description `true` when this is the answer that an earlier request with this `Idempotency-Key` got. */
        "idempotent-replayed": "true";
        /** @description Whole seconds to wait before the next try, when the reason will pass. */
        "retry-after-if-passing": number;
    };
    pathItems: never;
}
/**
 * A new API key, with the secret that is shown only now.
 *
 * @example
 * ```ts
 * async function replaceKey(oldKeyId: string, keep: (key: string) => Promise<void>): Promise<void> {
 *   const created: ApiKeyCreated = await dirsync.apiKeys.create({ name: 'billing service' });
 *   await keep(created.key); // shown this once
 *   await dirsync.apiKeys.revoke(oldKeyId);
 * }
 * ```
 */
export type ApiKeyCreated = components['schemas']['ApiKeyCreated'];
/**
 * What went wrong, as a value to switch on. The list is closed: a value is added only together with a new version of this document.
 *
 * @example
 * ```ts
 * const ofTheCaller: readonly ProblemCode[] = ['invalid_request', 'not_found', 'conflict'];
 * const isOfTheCaller = (code: ProblemCode): boolean => ofTheCaller.includes(code);
 * ```
 */
export type ProblemCode = components['schemas']['ProblemCode'];
/**
 * One fault of a request.
 *
 * @example
 * ```ts
 * // For a form: the message of each field.
 * function byField(errors: readonly ProblemError[]): ReadonlyMap<string, string> {
 *   return new Map(errors.map(({ path, message }) => [path, message]));
 * }
 * ```
 */
export type ProblemError = components['schemas']['ProblemError'];
/**
 * Why a request failed (RFC 9457).
 *
 * @example
 * ```ts
 * function explain({ title, detail, requestId }: Problem): string {
 *   return `${title}: ${detail} Quote request ${requestId} when you ask for help.`;
 * }
 * ```
 */
export type Problem = components['schemas']['Problem'];
/**
 * A new API key.
 *
 * @example
 * ```ts
 * const nightlyExport: ApiKeyInput = { name: 'nightly export' };
 * const { key } = await dirsync.apiKeys.create(nightlyExport);
 * ```
 */
export type ApiKeyInput = components['schemas']['ApiKeyInput'];
/**
 * The identity provider that feeds a directory. In compat mode all that any of them needs is on for each, so a wrong value does no harm: it helps people, and tells which leniences are expected of the directory.
 *
 * @example
 * ```ts
 * const labels: Partial<Record<DirectoryProvider, string>> = { entra: 'Microsoft Entra ID', okta: 'Okta' };
 * const labelOf = (provider: DirectoryProvider): string => labels[provider] ?? 'another identity provider';
 * ```
 */
export type DirectoryProvider = components['schemas']['DirectoryProvider'];
/**
 * `pending` until the first authenticated SCIM request, then `active`. `held`: an unusual number of people were removed, so the events of the directory wait until it is released, while SCIM requests go on and are stored.
 *
 * @example
 * ```ts
 * function hintFor(state: DirectoryState): string {
 *   switch (state) {
 *     case 'pending':
 *       return 'Waiting for the first request of the identity provider.';
 *     case 'held':
 *       return 'Many people were removed at once: release the directory when that is right.';
 *     case 'active':
 *       return 'Connected.';
 *   }
 * }
 * ```
 */
export type DirectoryState = components['schemas']['DirectoryState'];
/** Where the identity provider sends its requests. */
export type DirectoryScim = components['schemas']['DirectoryScim'];
/** How SCIM requests are read. `compat` takes the known peculiarities of identity providers; `strict` takes what RFC 7643 and RFC 7644 allow and nothing else. */
export type DirectoryMode = components['schemas']['DirectoryMode'];
/**
 * When the events of a directory are held back: when more than `users` people, and more than `percent` of the people who were active, were deactivated or deleted within `windowMinutes`. Whoever was reactivated is not counted.
 *
 * @example
 * ```ts
 * function isStricter(one: DirectorySafeguard, other: DirectorySafeguard): boolean {
 *   return one.enabled && one.users <= other.users && one.percent <= other.percent;
 * }
 * ```
 */
export type DirectorySafeguard = components['schemas']['DirectorySafeguard'];
/** How a directory behaves. */
export type DirectorySettings = components['schemas']['DirectorySettings'];
/** Texts of your own, by name. They are stored and returned, and mean nothing to dirsync. */
export type DirectoryMetadata = components['schemas']['DirectoryMetadata'];
/**
 * One customer's people and groups, as one identity provider sends them.
 *
 * @example
 * ```ts
 * function instructionsFor({ provider, scim }: Directory): string {
 *   return `In ${provider}, enter ${scim.baseUrl} as the SCIM base URL.`;
 * }
 * ```
 */
export type Directory = components['schemas']['Directory'];
/**
 * A page of directories.
 *
 * @example
 * ```ts
 * for await (const page of dirsync.directories.list({ organizationId: 'org_42' }).pages()) {
 *   const ids = (page satisfies DirectoryList).data.map(({ id }) => id);
 *   console.log(ids);
 * }
 * ```
 */
export type DirectoryList = components['schemas']['DirectoryList'];
/** What to change of the safeguard. What is left out keeps its value, at first the default. */
export type DirectorySafeguardInput = components['schemas']['DirectorySafeguardInput'];
/** Settings to choose or to change. What is left out keeps its value, at first the default. */
export type DirectorySettingsInput = components['schemas']['DirectorySettingsInput'];
/**
 * A new directory.
 *
 * @example
 * ```ts
 * async function connect(input: DirectoryInput): Promise<string> {
 *   const { id } = await dirsync.directories.create(input);
 *   return id;
 * }
 * await connect({ name: 'Acme', provider: 'entra', metadata: { plan: 'enterprise' } });
 * ```
 */
export type DirectoryInput = components['schemas']['DirectoryInput'];
/**
 * What to change of a directory. What is left out stays as it is.
 *
 * @example
 * ```ts
 * const changes: DirectoryUpdate = { settings: { safeguard: { users: 200, percent: 10 } } };
 * await dirsync.directories.update(directoryId, changes);
 * ```
 */
export type DirectoryUpdate = components['schemas']['DirectoryUpdate'];
/**
 * How the held events of a directory are released.
 *
 * @example
 * ```ts
 * // Somebody unassigned a whole department by mistake, and has assigned it again.
 * const undone: DirectoryRelease = { mode: 'settle' };
 * await dirsync.directories.release(directoryId, undone);
 * ```
 */
export type DirectoryRelease = components['schemas']['DirectoryRelease'];
/**
 * A bearer token with which the identity provider calls the SCIM endpoint of one directory.
 *
 * @example
 * ```ts
 * const expiresSoon = ({ expiresAt }: DirectoryToken, days = 14): boolean =>
 *   expiresAt !== null && Date.parse(expiresAt) - Date.now() < days * 86_400_000;
 * ```
 */
export type DirectoryToken = components['schemas']['DirectoryToken'];
/**
 * A page of directory tokens.
 *
 * @example
 * ```ts
 * function liveTokens({ data }: DirectoryTokenList): number {
 *   return data.filter(({ revokedAt }) => revokedAt === null).length;
 * }
 * ```
 */
export type DirectoryTokenList = components['schemas']['DirectoryTokenList'];
/**
 * A new directory token.
 *
 * @example
 * ```ts
 * const inAYear = new Date(Date.now() + 365 * 86_400_000);
 * const input: DirectoryTokenInput = { name: 'Okta, second app', expiresAt: inAYear.toISOString() };
 * await dirsync.directories.tokens.create(directoryId, input);
 * ```
 */
export type DirectoryTokenInput = components['schemas']['DirectoryTokenInput'];
/**
 * A new directory token, with the secret that is shown only now.
 *
 * @example
 * ```ts
 * const { token, expiresAt }: DirectoryTokenCreated = await dirsync.directories.tokens.create(directoryId);
 * console.log(`Enter ${token}. ${expiresAt === null ? 'It does not expire.' : `It ends at ${expiresAt}.`}`);
 * ```
 */
export type DirectoryTokenCreated = components['schemas']['DirectoryTokenCreated'];
/**
 * The name of something that compat mode takes beside RFC 7643 and RFC 7644; `docs/leniences.md` describes each. More may come.
 *
 * @example
 * ```ts
 * const ours = new Set<Lenience>(['stringBoolean', 'opCase']);
 * const { data } = await dirsync.directories.listLeniences(directoryId);
 * console.log(data.filter(({ name }) => ours.has(name)));
 * ```
 */
export type Lenience = components['schemas']['Lenience'];
/**
 * A lenience that the identity provider of a directory has leaned on.
 *
 * @example
 * ```ts
 * const describe = ({ name, isExpected, requestCount }: DirectoryLenience): string =>
 *   `${name}: ${requestCount} times, ${isExpected ? 'as ever' : 'which its provider does not do'}`;
 * ```
 */
export type DirectoryLenience = components['schemas']['DirectoryLenience'];
/**
 * The leniences that a directory has used, all on one page.
 *
 * @example
 * ```ts
 * const { data }: DirectoryLenienceList = await dirsync.directories.listLeniences(directoryId);
 * if (data.some(({ isExpected }) => !isExpected)) console.warn('Is the provider of this directory right?');
 * ```
 */
export type DirectoryLenienceList = components['schemas']['DirectoryLenienceList'];
/**
 * An e-mail address of a user.
 *
 * @example
 * ```ts
 * const workAddress = (emails: readonly Email[]): string | undefined =>
 *   emails.find(({ type }) => type === 'work')?.value;
 * ```
 */
export type Email = components['schemas']['Email'];
/**
 * A telephone number of a user.
 *
 * @example
 * ```ts
 * const mobileOf = (numbers: readonly PhoneNumber[]): string | null =>
 *   numbers.find(({ type }) => type === 'mobile')?.value ?? null;
 * ```
 */
export type PhoneNumber = components['schemas']['PhoneNumber'];
/**
 * The attributes of SCIM extensions, each extension under its URN, as the identity provider sent them; empty when there are none.
 *
 * @example
 * ```ts
 * const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
 *
 * function costCenterOf(attributes: CustomAttributes): string | undefined {
 *   const { costCenter } = (attributes[enterprise] ?? {}) as { readonly costCenter?: string };
 *   return costCenter;
 * }
 * ```
 */
export type CustomAttributes = components['schemas']['CustomAttributes'];
/** A person, in the same shape for every identity provider. */
export type User = components['schemas']['User'];
/** A page of users. */
export type UserList = components['schemas']['UserList'];
/**
 * A group of users and of other groups. Its members are listed on their own.
 *
 * @example
 * ```ts
 * const labelOf = ({ displayName, memberCount }: Group): string => `${displayName} (${memberCount})`;
 * ```
 */
export type Group = components['schemas']['Group'];
/**
 * A page of groups.
 *
 * @example
 * ```ts
 * const { data, eventCursor }: GroupList = await dirsync.groups.list({ directoryId });
 * // Events behind this cursor bring what changes after the list was read.
 * console.log(data.length, eventCursor);
 * ```
 */
export type GroupList = components['schemas']['GroupList'];
/**
 * A direct member of a group: a user or a nested group.
 *
 * @example
 * ```ts
 * const nameOf = ({ type, displayName, userName, id }: GroupMember): string =>
 *   type === 'group' ? `everybody in ${displayName ?? id}` : (displayName ?? userName ?? id);
 * ```
 */
export type GroupMember = components['schemas']['GroupMember'];
/**
 * A page of members of a group.
 *
 * @example
 * ```ts
 * async function countUsers(pages: AsyncIterable<GroupMemberList>): Promise<number> {
 *   let count = 0;
 *   for await (const { data } of pages) count += data.filter(({ type }) => type === 'user').length;
 *   return count;
 * }
 * await countUsers(dirsync.groups.listMembers({ directoryId, groupId }).pages());
 * ```
 */
export type GroupMemberList = components['schemas']['GroupMemberList'];
/**
 * The type of an event of a directory.
 *
 * @example
 * ```ts
 * const endsAccess: readonly EventType[] = ['user.deactivated', 'user.deleted', 'group.user_removed'];
 * for await (const { type, directoryId } of dirsync.events.list({ types: [...endsAccess] }))
 *   console.log(type, directoryId);
 * ```
 */
export type EventType = components['schemas']['EventType'];
/** A user as events carry it: without `raw`. */
export type EventUser = components['schemas']['EventUser'];
/** The user that the event is about. */
export type UserEventData = components['schemas']['UserEventData'];
/** A user was created. */
export type UserCreatedEvent = components['schemas']['UserCreatedEvent'];
/** The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone. */
export type UserPrevious = components['schemas']['UserPrevious'];
/** The user after the change, and what changed. */
export type UserChangeEventData = components['schemas']['UserChangeEventData'];
/** Fields of a user changed. */
export type UserUpdatedEvent = components['schemas']['UserUpdatedEvent'];
/** The `active` of a user went from true to false. */
export type UserDeactivatedEvent = components['schemas']['UserDeactivatedEvent'];
/** The `active` of a user went from false to true. */
export type UserReactivatedEvent = components['schemas']['UserReactivatedEvent'];
/** A user was deleted; `data.user` is the last state. */
export type UserDeletedEvent = components['schemas']['UserDeletedEvent'];
/** A group as events carry it: without `raw`, and never with its members. */
export type EventGroup = components['schemas']['EventGroup'];
/** The group that the event is about. */
export type GroupEventData = components['schemas']['GroupEventData'];
/** A group was created. */
export type GroupCreatedEvent = components['schemas']['GroupCreatedEvent'];
/** The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone. */
export type GroupPrevious = components['schemas']['GroupPrevious'];
/** The group after the change, and what changed. */
export type GroupChangeEventData = components['schemas']['GroupChangeEventData'];
/** Fields of a group changed, not its members. */
export type GroupUpdatedEvent = components['schemas']['GroupUpdatedEvent'];
/** A group was deleted; `data.group` is the last state. */
export type GroupDeletedEvent = components['schemas']['GroupDeletedEvent'];
/** Which group a membership is about. */
export type GroupReference = components['schemas']['GroupReference'];
/** Which user a membership is about. */
export type UserReference = components['schemas']['UserReference'];
/** One membership of a user in a group. */
export type GroupUserEventData = components['schemas']['GroupUserEventData'];
/** A user became a member of a group. */
export type GroupUserAddedEvent = components['schemas']['GroupUserAddedEvent'];
/** A user is no longer a member of a group. */
export type GroupUserRemovedEvent = components['schemas']['GroupUserRemovedEvent'];
/** One membership of a group in another. */
export type GroupGroupEventData = components['schemas']['GroupGroupEventData'];
/** A group became a member of another. */
export type GroupGroupAddedEvent = components['schemas']['GroupGroupAddedEvent'];
/** A group is no longer a member of another. */
export type GroupGroupRemovedEvent = components['schemas']['GroupGroupRemovedEvent'];
/** The directory that the event is about. */
export type DirectoryEventData = components['schemas']['DirectoryEventData'];
/** The identity provider sent its first authenticated request. */
export type DirectoryActivatedEvent = components['schemas']['DirectoryActivatedEvent'];
/** The events of the directory are held back. */
export type DirectoryHeldEvent = components['schemas']['DirectoryHeldEvent'];
/** The events of the directory flow again. */
export type DirectoryReleasedEvent = components['schemas']['DirectoryReleasedEvent'];
/** The directory was deleted; `data.directory` is the last state. */
export type DirectoryDeletedEvent = components['schemas']['DirectoryDeletedEvent'];
/** An event of a directory, the same in the log and in a webhook. */
export type Event = components['schemas']['Event'];
/** A page of the event log. */
export type EventList = components['schemas']['EventList'];
/**
 * The type of an event that a webhook endpoint can get: those of directories, and `endpoint.*` about endpoints themselves.
 *
 * @example
 * ```ts
 * const aboutPeople: WebhookEventType[] = ['user.created', 'user.updated', 'user.deactivated', 'user.deleted'];
 * await dirsync.webhookEndpoints.update(endpointId, { eventTypes: aboutPeople });
 * ```
 */
export type WebhookEventType = components['schemas']['WebhookEventType'];
/**
 * How messages are signed: `v1` by HMAC-SHA256 with the `secret` of the endpoint, `v1a` by Ed25519, which is verified with its `publicKey`.
 *
 * @example
 * ```ts
 * const versions: WebhookSignatureVersion[] = ['v1a'];
 * // Receivers then need the public key alone, and have no secret to lose.
 * await dirsync.webhookEndpoints.create({ url, signatures: versions });
 * ```
 */
export type WebhookSignatureVersion = components['schemas']['WebhookSignatureVersion'];
/** `disabled`: nothing is sent. Enabled again, it goes on from where it stood: what waits in its queue comes first, then what the log has got meanwhile. */
export type WebhookEndpointState = components['schemas']['WebhookEndpointState'];
/**
 * Why a webhook endpoint is disabled. `requested`: somebody asked for it. `failing`: its receiver failed for five days. `gone`: its receiver answered 410.
 *
 * @example
 * ```ts
 * const advice: Record<WebhookEndpointDisabledReason, string> = {
 *   requested: 'Enable it when it should go on.',
 *   failing: 'Mend the receiver, then enable it: it goes on from where it stood.',
 *   gone: 'The receiver answered 410 and wants no more.',
 * };
 * ```
 */
export type WebhookEndpointDisabledReason = components['schemas']['WebhookEndpointDisabledReason'];
/**
 * The last replay of a webhook endpoint.
 *
 * @example
 * ```ts
 * const progressOf = ({ progress, deliveries, finishedAt }: WebhookEndpointReplay): string =>
 *   finishedAt === null ? `${Math.round(progress * 100)} % read` : `${deliveries} sent again`;
 * ```
 */
export type WebhookEndpointReplay = components['schemas']['WebhookEndpointReplay'];
/**
 * A receiver of events.
 *
 * @example
 * ```ts
 * function isStuck({ state, failingSince }: WebhookEndpoint, hours = 6): boolean {
 *   if (state === 'disabled') return true;
 *   return failingSince !== null && Date.now() - Date.parse(failingSince) > hours * 3_600_000;
 * }
 * ```
 */
export type WebhookEndpoint = components['schemas']['WebhookEndpoint'];
/**
 * A page of webhook endpoints.
 *
 * @example
 * ```ts
 * const disabledOf = ({ data }: WebhookEndpointList): readonly string[] =>
 *   data.filter(({ state }) => state === 'disabled').map(({ url }) => url);
 * ```
 */
export type WebhookEndpointList = components['schemas']['WebhookEndpointList'];
/**
 * A new webhook endpoint.
 *
 * @example
 * ```ts
 * const input: WebhookEndpointInput = {
 *   url: 'https://app.example.com/webhooks',
 *   eventTypes: ['user.created', 'user.deactivated'],
 *   signatures: ['v1', 'v1a'],
 * };
 * const { id, secret } = await dirsync.webhookEndpoints.create(input);
 * ```
 */
export type WebhookEndpointInput = components['schemas']['WebhookEndpointInput'];
/**
 * A new webhook endpoint, with the secret that is shown only now.
 *
 * @example
 * ```ts
 * async function subscribe(url: string): Promise<WebhookEndpointCreated['secret']> {
 *   const { secret } = await dirsync.webhookEndpoints.create({ url });
 *   return secret; // shown this once: keep it where the receiver reads it
 * }
 * ```
 */
export type WebhookEndpointCreated = components['schemas']['WebhookEndpointCreated'];
/**
 * What to change of a webhook endpoint. What is left out stays as it is.
 *
 * @example
 * ```ts
 * const pause: WebhookEndpointUpdate = { state: 'disabled' };
 * const resume: WebhookEndpointUpdate = { state: 'enabled' };
 * await dirsync.webhookEndpoints.update(endpointId, isShutDown ? pause : resume);
 * ```
 */
export type WebhookEndpointUpdate = components['schemas']['WebhookEndpointUpdate'];
/**
 * How to rotate a signing secret.
 *
 * @example
 * ```ts
 * const aDay: WebhookEndpointSecretInput = { overlapSeconds: 86_400 };
 * await dirsync.webhookEndpoints.rotateSecret(endpointId, aDay);
 * ```
 */
export type WebhookEndpointSecretInput = components['schemas']['WebhookEndpointSecretInput'];
/**
 * The new keys of an endpoint; the secret is shown only now.
 *
 * @example
 * ```ts
 * const rotated: WebhookEndpointSecret = await dirsync.webhookEndpoints.rotateSecret(endpointId);
 * console.log(`Deploy the new secret before ${rotated.previousSecretExpiresAt}.`);
 * ```
 */
export type WebhookEndpointSecret = components['schemas']['WebhookEndpointSecret'];
/**
 * `pending`: to be sent, or sent again. `delivered`: the receiver answered with a 2xx status. `failed`: the receiver refused it four times while it took others, so those behind it go on without it; it can be retried by hand.
 *
 * @example
 * ```ts
 * const colors: Record<DeliveryState, string> = { pending: 'yellow', delivered: 'green', failed: 'red' };
 * ```
 */
export type DeliveryState = components['schemas']['DeliveryState'];
/**
 * One event on its way to one webhook endpoint.
 *
 * @example
 * ```ts
 * function describe({ eventType, state, attempts, nextAttemptAt }: Delivery): string {
 *   if (state === 'delivered') return `${eventType} arrived at attempt ${attempts}`;
 *   return `${eventType} is ${state}${nextAttemptAt === null ? '' : `, next at ${nextAttemptAt}`}`;
 * }
 * ```
 */
export type Delivery = components['schemas']['Delivery'];
/**
 * Where a replay begins.
 *
 * @example
 * ```ts
 * // A cursor that was kept while the receiver was still right.
 * async function replaySince(keptCursor: string): Promise<void> {
 *   const start: WebhookEndpointReplayInput = { after: keptCursor };
 *   await dirsync.webhookEndpoints.replay(endpointId, start);
 * }
 * ```
 */
export type WebhookEndpointReplayInput = components['schemas']['WebhookEndpointReplayInput'];
/**
 * A page of deliveries.
 *
 * @example
 * ```ts
 * const page: DeliveryList = await dirsync.deliveries.list({ endpointId, state: 'failed', limit: 20 });
 * for (const { id } of page.data) await dirsync.deliveries.retry(id);
 * ```
 */
export type DeliveryList = components['schemas']['DeliveryList'];
/**
 * One try to deliver an event.
 *
 * @example
 * ```ts
 * const outcomeOf = ({ status, error, durationMs }: DeliveryAttempt): string =>
 *   `${status ?? error} after ${durationMs} ms`;
 * ```
 */
export type DeliveryAttempt = components['schemas']['DeliveryAttempt'];
/**
 * A delivery with all its attempts.
 *
 * @example
 * ```ts
 * function lastAnswer(delivery: DeliveryDetail): string {
 *   const attempt = delivery.attemptLog.at(-1);
 *   return attempt?.responseBody ?? attempt?.error ?? 'not sent yet';
 * }
 * ```
 */
export type DeliveryDetail = components['schemas']['DeliveryDetail'];
/**
 * A key of the directory API. It opens one environment and nothing of another.
 *
 * @example
 * ```ts
 * const isLive = (key: ApiKey): boolean => key.revokedAt === null;
 * for await (const key of dirsync.apiKeys.list()) if (isLive(key)) console.log(key.name, key.createdAt);
 * ```
 */
export type ApiKey = components['schemas']['ApiKey'];
/**
 * A page of API keys.
 *
 * @example
 * ```ts
 * const isLastPage = ({ nextCursor }: ApiKeyList): boolean => nextCursor === null;
 * console.log(isLastPage(await dirsync.apiKeys.list({ limit: 50 })));
 * ```
 */
export type ApiKeyList = components['schemas']['ApiKeyList'];
export type ResponseBadRequest = components['responses']['bad-request'];
export type ResponseUnauthorized = components['responses']['unauthorized'];
export type ResponseConflict = components['responses']['conflict'];
export type ResponsePayloadTooLarge = components['responses']['payload-too-large'];
export type ResponseUnsupportedMediaType = components['responses']['unsupported-media-type'];
export type ResponseTooManyRequests = components['responses']['too-many-requests'];
export type ResponseInternalError = components['responses']['internal-error'];
export type ResponseUnavailable = components['responses']['unavailable'];
export type ResponseNotFound = components['responses']['not-found'];
export type ResponseIdempotencyConflict = components['responses']['idempotency-conflict'];
export type ResponseBadQuery = components['responses']['bad-query'];
export type ResponseNoContent = components['responses']['no-content'];
export type ResponseCursorExpired = components['responses']['cursor-expired'];
export type ParameterIdempotencyKey = components['parameters']['idempotency-key'];
export type ParameterLimit = components['parameters']['limit'];
export type ParameterAfter = components['parameters']['after'];
export type ParameterDirectoryId = components['parameters']['directory-id'];
export type ParameterTokenId = components['parameters']['token-id'];
export type ParameterUserId = components['parameters']['user-id'];
export type ParameterGroupId = components['parameters']['group-id'];
export type ParameterEventsAfter = components['parameters']['events-after'];
export type ParameterEventId = components['parameters']['event-id'];
export type ParameterEndpointId = components['parameters']['endpoint-id'];
export type ParameterDeliveryId = components['parameters']['delivery-id'];
export type ParameterApiKeyId = components['parameters']['api-key-id'];
export type HeaderXRequestId = components['headers']['x-request-id'];
export type HeaderWwwAuthenticate = components['headers']['www-authenticate'];
export type HeaderRetryAfter = components['headers']['retry-after'];
export type HeaderIdempotentReplayed = components['headers']['idempotent-replayed'];
export type HeaderRetryAfterIfPassing = components['headers']['retry-after-if-passing'];
export type $defs = Record<string, never>;
/**
 * What each operation of the contract takes and answers.
 *
 * @example
 * ```ts
 * type UserFilters = NonNullable<operations['listUsers']['parameters']['query']>;
 *
 * async function hasUser(filters: UserFilters): Promise<boolean> {
 *   const { data } = await dirsync.users.list({ ...filters, directoryId, limit: 1 });
 *   return data.length > 0;
 * }
 * await hasUser({ email: 'ada@acme.example', active: true });
 * ```
 */
export interface operations {
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
}
