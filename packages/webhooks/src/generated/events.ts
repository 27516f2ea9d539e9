// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What a webhook endpoint gets: an event of a directory, or one about an endpoint, which is in no log. */
        WebhookEvent: components["schemas"]["UserCreatedEvent"] | components["schemas"]["UserUpdatedEvent"] | components["schemas"]["UserDeactivatedEvent"] | components["schemas"]["UserReactivatedEvent"] | components["schemas"]["UserDeletedEvent"] | components["schemas"]["GroupCreatedEvent"] | components["schemas"]["GroupUpdatedEvent"] | components["schemas"]["GroupDeletedEvent"] | components["schemas"]["GroupUserAddedEvent"] | components["schemas"]["GroupUserRemovedEvent"] | components["schemas"]["GroupGroupAddedEvent"] | components["schemas"]["GroupGroupRemovedEvent"] | components["schemas"]["DirectoryActivatedEvent"] | components["schemas"]["DirectoryHeldEvent"] | components["schemas"]["DirectoryReleasedEvent"] | components["schemas"]["DirectoryDeletedEvent"] | components["schemas"]["EndpointTestEvent"] | components["schemas"]["EndpointDisabledEvent"];
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
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/**
 * What a webhook endpoint gets: an event of a directory, or one about an endpoint, which is in no log.
 *
 * @example
 * ```ts
 * function subjectOf(event: WebhookEvent): string {
 *   if ('user' in event.data) return event.data.user.id;
 *   if ('group' in event.data) return event.data.group.id;
 *   return 'directory' in event.data ? event.data.directory.id : event.data.endpoint.id;
 * }
 * ```
 */
export type WebhookEvent = components['schemas']['WebhookEvent'];
/** The identity provider that feeds a directory. In compat mode all that any of them needs is on for each, so a wrong value does no harm: it helps people, and tells which leniences are expected of the directory. */
export type DirectoryProvider = components['schemas']['DirectoryProvider'];
/** `pending` until the first authenticated SCIM request, then `active`. `held`: an unusual number of people were removed, so the events of the directory wait until it is released, while SCIM requests go on and are stored. */
export type DirectoryState = components['schemas']['DirectoryState'];
/** Where the identity provider sends its requests. */
export type DirectoryScim = components['schemas']['DirectoryScim'];
/** How SCIM requests are read. `compat` takes the known peculiarities of identity providers; `strict` takes what RFC 7643 and RFC 7644 allow and nothing else. */
export type DirectoryMode = components['schemas']['DirectoryMode'];
/** When the events of a directory are held back: when more than `users` people, and more than `percent` of the people who were active, were deactivated or deleted within `windowMinutes`. Whoever was reactivated is not counted. */
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
 * const customerOf = ({ organizationId, name }: Directory): string => organizationId ?? name;
 * receiver.on('directory.deleted', ({ data }) => console.log('disconnected', customerOf(data.directory)));
 * ```
 */
export type Directory = components['schemas']['Directory'];
/**
 * An e-mail address of a user.
 *
 * @example
 * ```ts
 * function hasAddress(emails: readonly Email[], address: string): boolean {
 *   return emails.some(({ value }) => value.toLowerCase() === address.toLowerCase());
 * }
 * ```
 */
export type Email = components['schemas']['Email'];
/**
 * A telephone number of a user.
 *
 * @example
 * ```ts
 * const mainNumber = (numbers: readonly PhoneNumber[]): string | undefined =>
 *   (numbers.find(({ primary }) => primary) ?? numbers[0])?.value;
 * ```
 */
export type PhoneNumber = components['schemas']['PhoneNumber'];
/**
 * The attributes of SCIM extensions, each extension under its URN, as the identity provider sent them; empty when there are none.
 *
 * @example
 * ```ts
 * const schema = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User';
 *
 * function badgeOf(attributes: CustomAttributes): unknown {
 *   const extension = attributes[schema];
 *   return typeof extension === 'object' && extension !== null && 'badge' in extension && extension.badge;
 * }
 * ```
 */
export type CustomAttributes = components['schemas']['CustomAttributes'];
/**
 * A user as events carry it: without `raw`.
 *
 * @example
 * ```ts
 * const nameOf = ({ displayName, givenName, familyName, userName }: EventUser): string =>
 *   displayName ?? ([givenName, familyName].filter(Boolean).join(' ') || userName);
 * ```
 */
export type EventUser = components['schemas']['EventUser'];
/** The user that the event is about. */
export type UserEventData = components['schemas']['UserEventData'];
/**
 * A user was created.
 *
 * @example
 * ```ts
 * async function welcome({ data: { user } }: UserCreatedEvent): Promise<void> {
 *   // Some identity providers send people before they may sign in.
 *   if (user.active && user.email !== null) await invite(user.email);
 * }
 * receiver.on('user.created', welcome);
 * ```
 */
export type UserCreatedEvent = components['schemas']['UserCreatedEvent'];
/**
 * The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone.
 *
 * @example
 * ```ts
 * // The fields that changed, by name.
 * const changedFields = (previous: UserPrevious): readonly string[] => Object.keys(previous);
 * receiver.on('user.updated', ({ data }) => console.log(data.user.id, changedFields(data.previous)));
 * ```
 */
export type UserPrevious = components['schemas']['UserPrevious'];
/** The user after the change, and what changed. */
export type UserChangeEventData = components['schemas']['UserChangeEventData'];
/**
 * Fields of a user changed.
 *
 * @example
 * ```ts
 * async function followAddress({ data: { user, previous } }: UserUpdatedEvent): Promise<void> {
 *   if (previous.email !== undefined) console.log(`${previous.email} is ${user.email} now`);
 * }
 * receiver.on('user.updated', followAddress);
 * ```
 */
export type UserUpdatedEvent = components['schemas']['UserUpdatedEvent'];
/**
 * The `active` of a user went from true to false.
 *
 * @example
 * ```ts
 * async function endAccess(event: UserDeactivatedEvent): Promise<void> {
 *   await suspend(event.data.user.id);
 * }
 * receiver.on('user.deactivated', endAccess);
 * ```
 */
export type UserDeactivatedEvent = components['schemas']['UserDeactivatedEvent'];
/**
 * The `active` of a user went from false to true.
 *
 * @example
 * ```ts
 * const restore = async ({ data }: UserReactivatedEvent): Promise<void> => invite(data.user.email);
 * receiver.on('user.reactivated', restore);
 * ```
 */
export type UserReactivatedEvent = components['schemas']['UserReactivatedEvent'];
/**
 * A user was deleted; `data.user` is the last state.
 *
 * @example
 * ```ts
 * function forget({ data, organizationId }: UserDeletedEvent): void {
 *   console.log(`remove ${data.user.userName} of ${organizationId}; this is their last state`);
 * }
 * receiver.on('user.deleted', forget);
 * ```
 */
export type UserDeletedEvent = components['schemas']['UserDeletedEvent'];
/**
 * A group as events carry it: without `raw`, and never with its members.
 *
 * @example
 * ```ts
 * function toTeam({ id, displayName }: EventGroup): { readonly id: string; readonly name: string } {
 *   return { id, name: displayName };
 * }
 * receiver.on('group.created', ({ data }) => console.log(toTeam(data.group)));
 * ```
 */
export type EventGroup = components['schemas']['EventGroup'];
/** The group that the event is about. */
export type GroupEventData = components['schemas']['GroupEventData'];
/**
 * A group was created.
 *
 * @example
 * ```ts
 * // Its members follow, each as a group.user_added or group.group_added.
 * async function createTeam({ data }: GroupCreatedEvent): Promise<void> {
 *   await refreshGroup(data.group.id);
 * }
 * receiver.on('group.created', createTeam);
 * ```
 */
export type GroupCreatedEvent = components['schemas']['GroupCreatedEvent'];
/**
 * The old values of the fields that changed, and no others. `version` and `updatedAt` change every time and are not repeated; empty when only attributes changed that are found in `raw` alone.
 *
 * @example
 * ```ts
 * const wasRenamed = (previous: GroupPrevious): boolean => previous.displayName !== undefined;
 * receiver.on('group.updated', async ({ data }) => {
 *   if (wasRenamed(data.previous)) await refreshGroup(data.group.id);
 * });
 * ```
 */
export type GroupPrevious = components['schemas']['GroupPrevious'];
/** The group after the change, and what changed. */
export type GroupChangeEventData = components['schemas']['GroupChangeEventData'];
/**
 * Fields of a group changed, not its members.
 *
 * @example
 * ```ts
 * function rename({ data: { group, previous } }: GroupUpdatedEvent): void {
 *   console.log(`${previous.displayName ?? group.displayName} is called ${group.displayName}`);
 * }
 * receiver.on('group.updated', rename);
 * ```
 */
export type GroupUpdatedEvent = components['schemas']['GroupUpdatedEvent'];
/**
 * A group was deleted; `data.group` is the last state.
 *
 * @example
 * ```ts
 * function archive({ data: { group } }: GroupDeletedEvent): void {
 *   console.log(`archive ${group.displayName} with its memberships`);
 * }
 * receiver.on('group.deleted', archive);
 * ```
 */
export type GroupDeletedEvent = components['schemas']['GroupDeletedEvent'];
/**
 * Which group a membership is about.
 *
 * @example
 * ```ts
 * const roles = new Map([['Administrators', 'admin']]);
 * const roleOf = ({ displayName }: GroupReference): string => roles.get(displayName) ?? 'member';
 * receiver.on('group.user_added', ({ data }) => console.log(data.user.userName, 'becomes', roleOf(data.group)));
 * ```
 */
export type GroupReference = components['schemas']['GroupReference'];
/**
 * Which user a membership is about.
 *
 * @example
 * ```ts
 * const labelOf = ({ email, userName }: UserReference): string => email ?? userName;
 * receiver.on('group.user_removed', ({ data }) =>
 *   console.log(labelOf(data.user), 'left', data.group.displayName),
 * );
 * ```
 */
export type UserReference = components['schemas']['UserReference'];
/** One membership of a user in a group. */
export type GroupUserEventData = components['schemas']['GroupUserEventData'];
/**
 * A user became a member of a group.
 *
 * @example
 * ```ts
 * const letIn = ({ data: { user, group } }: GroupUserAddedEvent): void =>
 *   console.log(`${user.userName} may see what ${group.displayName} sees`);
 * receiver.on('group.user_added', letIn);
 * ```
 */
export type GroupUserAddedEvent = components['schemas']['GroupUserAddedEvent'];
/**
 * A user is no longer a member of a group.
 *
 * @example
 * ```ts
 * async function leave({ data: { user } }: GroupUserRemovedEvent): Promise<void> {
 *   await refresh(user.id);
 * }
 * receiver.on('group.user_removed', leave);
 * ```
 */
export type GroupUserRemovedEvent = components['schemas']['GroupUserRemovedEvent'];
/** One membership of a group in another. */
export type GroupGroupEventData = components['schemas']['GroupGroupEventData'];
/**
 * A group became a member of another.
 *
 * @example
 * ```ts
 * function nest({ data: { group, memberGroup } }: GroupGroupAddedEvent): void {
 *   console.log(`everybody in ${memberGroup.displayName} is in ${group.displayName} now`);
 * }
 * receiver.on('group.group_added', nest);
 * ```
 */
export type GroupGroupAddedEvent = components['schemas']['GroupGroupAddedEvent'];
/**
 * A group is no longer a member of another.
 *
 * @example
 * ```ts
 * const unnest = async ({ data }: GroupGroupRemovedEvent): Promise<void> => refreshGroup(data.memberGroup.id);
 * receiver.on('group.group_removed', unnest);
 * ```
 */
export type GroupGroupRemovedEvent = components['schemas']['GroupGroupRemovedEvent'];
/** The directory that the event is about. */
export type DirectoryEventData = components['schemas']['DirectoryEventData'];
/**
 * The identity provider sent its first authenticated request.
 *
 * @example
 * ```ts
 * function finishOnboarding({ data: { directory }, timestamp }: DirectoryActivatedEvent): void {
 *   console.log(`${directory.name} is connected since ${timestamp}`);
 * }
 * receiver.on('directory.activated', finishOnboarding);
 * ```
 */
export type DirectoryActivatedEvent = components['schemas']['DirectoryActivatedEvent'];
/**
 * The events of the directory are held back.
 *
 * @example
 * ```ts
 * function alertOf({ organizationId, data }: DirectoryHeldEvent): string {
 *   return `${organizationId}: ${data.directory.name} removed unusually many people. Release it when that is right.`;
 * }
 * receiver.on('directory.held', (event) => console.warn(alertOf(event)));
 * ```
 */
export type DirectoryHeldEvent = components['schemas']['DirectoryHeldEvent'];
/**
 * The events of the directory flow again.
 *
 * @example
 * ```ts
 * const closeAlert = (event: DirectoryReleasedEvent): void =>
 *   console.info('goes on:', event.data.directory.name);
 * receiver.on('directory.released', closeAlert);
 * ```
 */
export type DirectoryReleasedEvent = components['schemas']['DirectoryReleasedEvent'];
/**
 * The directory was deleted; `data.directory` is the last state.
 *
 * @example
 * ```ts
 * // Its users and groups are gone with it, and have no events of their own.
 * receiver.on('directory.deleted', async ({ directoryId }: DirectoryDeletedEvent) => refresh(directoryId));
 * ```
 */
export type DirectoryDeletedEvent = components['schemas']['DirectoryDeletedEvent'];
/** The type of an event that a webhook endpoint can get: those of directories, and `endpoint.*` about endpoints themselves. */
export type WebhookEventType = components['schemas']['WebhookEventType'];
/** How messages are signed: `v1` by HMAC-SHA256 with the `secret` of the endpoint, `v1a` by Ed25519, which is verified with its `publicKey`. */
export type WebhookSignatureVersion = components['schemas']['WebhookSignatureVersion'];
/** `disabled`: nothing is sent. Enabled again, it goes on from where it stood: what waits in its queue comes first, then what the log has got meanwhile. */
export type WebhookEndpointState = components['schemas']['WebhookEndpointState'];
/** Why a webhook endpoint is disabled. `requested`: somebody asked for it. `failing`: its receiver failed for five days. `gone`: its receiver answered 410. */
export type WebhookEndpointDisabledReason = components['schemas']['WebhookEndpointDisabledReason'];
/**
 * The last replay of a webhook endpoint.
 *
 * @example
 * ```ts
 * const isRunning = (replay: WebhookEndpointReplay | null): boolean =>
 *   replay !== null && replay.finishedAt === null;
 * receiver.on('endpoint.test', ({ data }) => console.log(isRunning(data.endpoint.replay)));
 * ```
 */
export type WebhookEndpointReplay = components['schemas']['WebhookEndpointReplay'];
/**
 * A receiver of events.
 *
 * @example
 * ```ts
 * const whereToLook = ({ url, failingSince }: WebhookEndpoint): string =>
 *   `${url}, failing since ${failingSince}`;
 * receiver.on('endpoint.disabled', ({ data }) => console.error(whereToLook(data.endpoint)));
 * ```
 */
export type WebhookEndpoint = components['schemas']['WebhookEndpoint'];
/** The webhook endpoint that the event is about. */
export type EndpointEventData = components['schemas']['EndpointEventData'];
/**
 * A test message to a webhook endpoint.
 *
 * @example
 * ```ts
 * receiver.on('endpoint.test', (event: EndpointTestEvent) => console.log('it works:', event.data.endpoint.url));
 * ```
 */
export type EndpointTestEvent = components['schemas']['EndpointTestEvent'];
/**
 * A webhook endpoint was disabled.
 *
 * @example
 * ```ts
 * function pageSomebody({ data: { endpoint } }: EndpointDisabledEvent): void {
 *   console.error(`${endpoint.url} gets no more webhooks: ${endpoint.disabledReason}`);
 * }
 * receiver.on('endpoint.disabled', pageSomebody);
 * ```
 */
export type EndpointDisabledEvent = components['schemas']['EndpointDisabledEvent'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
