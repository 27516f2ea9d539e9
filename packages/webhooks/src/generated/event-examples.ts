// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".

import type { WebhookEvent } from './events.ts';

export const eventExamples: { readonly [Type in WebhookEvent['type']]: Extract<WebhookEvent, { type: Type }> } = {
  "user.created": {
    "id": "0198a77f-1ee1-77eb-ad4b-1815c8c0580d",
    "type": "user.created",
    "timestamp": "2026-11-23T09:14:07.312Z",
    "sequence": 2,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "user": {
        "id": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": "00ujl29u0le5T6Aj10h7",
        "userName": "barbara.jensen@example.com",
        "email": "barbara.jensen@example.com",
        "emails": [
          {
            "value": "barbara.jensen@example.com",
            "type": "work",
            "primary": true
          }
        ],
        "givenName": "Barbara",
        "familyName": "Jensen",
        "displayName": "Barbara Jensen",
        "active": true,
        "title": null,
        "department": null,
        "employeeNumber": null,
        "managerId": null,
        "locale": "en-US",
        "timezone": null,
        "phoneNumbers": [],
        "customAttributes": {},
        "version": 1,
        "createdAt": "2026-11-23T09:14:07.312Z",
        "updatedAt": "2026-11-23T09:14:07.312Z"
      }
    }
  },
  "user.updated": {
    "id": "0198a71e-c474-7efd-9e1a-52a32db3aefc",
    "type": "user.updated",
    "timestamp": "2026-11-23T11:02:19.508Z",
    "sequence": 9,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "user": {
        "id": "0198a7c3-9d20-7b64-b1e8-3f7a5c2d9e16",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": "00ujl2a9xQ3kL7Tm20h7",
        "userName": "adele.vance@example.com",
        "email": "adele.vance@example.com",
        "emails": [
          {
            "value": "adele.vance@example.com",
            "type": "work",
            "primary": true
          },
          {
            "value": "adele@home.example",
            "type": "home",
            "primary": false
          }
        ],
        "givenName": "Adele",
        "familyName": "Vance",
        "displayName": "Adele Vance",
        "active": true,
        "title": "Regional Manager",
        "department": "Operations",
        "employeeNumber": "701984",
        "managerId": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47",
        "locale": "en-US",
        "timezone": "America/Los_Angeles",
        "phoneNumbers": [
          {
            "value": "+1 425 555 0109",
            "type": "work",
            "primary": false
          }
        ],
        "customAttributes": {
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
            "employeeNumber": "701984",
            "department": "Operations",
            "costCenter": "4130",
            "manager": {
              "value": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47"
            }
          }
        },
        "version": 2,
        "createdAt": "2026-11-23T09:20:41.055Z",
        "updatedAt": "2026-11-23T11:02:19.508Z"
      },
      "previous": {
        "title": "Retail Manager",
        "department": "Retail",
        "customAttributes": {
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
            "employeeNumber": "701984",
            "department": "Retail",
            "costCenter": "4130",
            "manager": {
              "value": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47"
            }
          }
        }
      }
    }
  },
  "user.deactivated": {
    "id": "0198a7ca-78c8-75c1-86ee-3b949376fdb5",
    "type": "user.deactivated",
    "timestamp": "2026-11-23T13:30:04.120Z",
    "sequence": 10,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "user": {
        "id": "0198a7c3-9d20-7b64-b1e8-3f7a5c2d9e16",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": "00ujl2a9xQ3kL7Tm20h7",
        "userName": "adele.vance@example.com",
        "email": "adele.vance@example.com",
        "emails": [
          {
            "value": "adele.vance@example.com",
            "type": "work",
            "primary": true
          },
          {
            "value": "adele@home.example",
            "type": "home",
            "primary": false
          }
        ],
        "givenName": "Adele",
        "familyName": "Vance",
        "displayName": "Adele Vance",
        "active": false,
        "title": "Regional Manager",
        "department": "Operations",
        "employeeNumber": "701984",
        "managerId": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47",
        "locale": "en-US",
        "timezone": "America/Los_Angeles",
        "phoneNumbers": [
          {
            "value": "+1 425 555 0109",
            "type": "work",
            "primary": false
          }
        ],
        "customAttributes": {
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
            "employeeNumber": "701984",
            "department": "Operations",
            "costCenter": "4130",
            "manager": {
              "value": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47"
            }
          }
        },
        "version": 3,
        "createdAt": "2026-11-23T09:20:41.055Z",
        "updatedAt": "2026-11-23T13:30:04.120Z"
      },
      "previous": {
        "active": true
      }
    }
  },
  "user.reactivated": {
    "id": "0198a7e6-dc47-7352-b81c-f5c8f2db3112",
    "type": "user.reactivated",
    "timestamp": "2026-11-23T13:41:50.735Z",
    "sequence": 11,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "user": {
        "id": "0198a7c3-9d20-7b64-b1e8-3f7a5c2d9e16",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": "00ujl2a9xQ3kL7Tm20h7",
        "userName": "adele.vance@example.com",
        "email": "adele.vance@example.com",
        "emails": [
          {
            "value": "adele.vance@example.com",
            "type": "work",
            "primary": true
          },
          {
            "value": "adele@home.example",
            "type": "home",
            "primary": false
          }
        ],
        "givenName": "Adele",
        "familyName": "Vance",
        "displayName": "Adele Vance",
        "active": true,
        "title": "Regional Manager",
        "department": "Operations",
        "employeeNumber": "701984",
        "managerId": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47",
        "locale": "en-US",
        "timezone": "America/Los_Angeles",
        "phoneNumbers": [
          {
            "value": "+1 425 555 0109",
            "type": "work",
            "primary": false
          }
        ],
        "customAttributes": {
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
            "employeeNumber": "701984",
            "department": "Operations",
            "costCenter": "4130",
            "manager": {
              "value": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47"
            }
          }
        },
        "version": 4,
        "createdAt": "2026-11-23T09:20:41.055Z",
        "updatedAt": "2026-11-23T13:41:50.735Z"
      },
      "previous": {
        "active": false
      }
    }
  },
  "user.deleted": {
    "id": "0198a75e-f2c9-792f-a06e-a32ecb009f6f",
    "type": "user.deleted",
    "timestamp": "2026-11-23T15:07:26.459Z",
    "sequence": 16,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "user": {
        "id": "0198a7c3-9d20-7b64-b1e8-3f7a5c2d9e16",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": "00ujl2a9xQ3kL7Tm20h7",
        "userName": "adele.vance@example.com",
        "email": "adele.vance@example.com",
        "emails": [
          {
            "value": "adele.vance@example.com",
            "type": "work",
            "primary": true
          },
          {
            "value": "adele@home.example",
            "type": "home",
            "primary": false
          }
        ],
        "givenName": "Adele",
        "familyName": "Vance",
        "displayName": "Adele Vance",
        "active": true,
        "title": "Regional Manager",
        "department": "Operations",
        "employeeNumber": "701984",
        "managerId": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47",
        "locale": "en-US",
        "timezone": "America/Los_Angeles",
        "phoneNumbers": [
          {
            "value": "+1 425 555 0109",
            "type": "work",
            "primary": false
          }
        ],
        "customAttributes": {
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
            "employeeNumber": "701984",
            "department": "Operations",
            "costCenter": "4130",
            "manager": {
              "value": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47"
            }
          }
        },
        "version": 4,
        "createdAt": "2026-11-23T09:20:41.055Z",
        "updatedAt": "2026-11-23T13:41:50.735Z"
      }
    }
  },
  "group.created": {
    "id": "0198a72d-245d-7477-b973-c0895afc098b",
    "type": "group.created",
    "timestamp": "2026-11-23T09:31:26.904Z",
    "sequence": 4,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "group": {
        "id": "0198a7c5-2e8f-7d13-9a4c-60b1f7e3d852",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": null,
        "displayName": "Engineering",
        "memberCount": 0,
        "version": 1,
        "createdAt": "2026-11-23T09:31:26.904Z",
        "updatedAt": "2026-11-23T09:31:26.904Z"
      }
    }
  },
  "group.updated": {
    "id": "0198a7ee-ed5e-7a15-a197-497b0b3dc519",
    "type": "group.updated",
    "timestamp": "2026-11-23T14:05:08.346Z",
    "sequence": 12,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "group": {
        "id": "0198a7c5-2e8f-7d13-9a4c-60b1f7e3d852",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": null,
        "displayName": "Product Engineering",
        "memberCount": 3,
        "version": 5,
        "createdAt": "2026-11-23T09:31:26.904Z",
        "updatedAt": "2026-11-23T14:05:08.346Z"
      },
      "previous": {
        "displayName": "Engineering"
      }
    }
  },
  "group.deleted": {
    "id": "0198a759-f3dc-7934-9b51-46d243788021",
    "type": "group.deleted",
    "timestamp": "2026-11-23T14:21:59.018Z",
    "sequence": 14,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "group": {
        "id": "0198a7f1-6c04-7b8e-a5d2-4f9e0c7b3162",
        "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "externalId": null,
        "displayName": "Platform",
        "memberCount": 0,
        "version": 1,
        "createdAt": "2026-11-23T10:20:02.417Z",
        "updatedAt": "2026-11-23T10:20:02.417Z"
      }
    }
  },
  "group.user_added": {
    "id": "0198a783-f7ef-785c-b0d5-e50e4ff823f6",
    "type": "group.user_added",
    "timestamp": "2026-11-23T09:48:13.090Z",
    "sequence": 5,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "group": {
        "id": "0198a7c5-2e8f-7d13-9a4c-60b1f7e3d852",
        "externalId": null,
        "displayName": "Engineering"
      },
      "user": {
        "id": "0198a7c2-4b1d-7e09-a3f5-91c6d8e20b47",
        "externalId": "00ujl29u0le5T6Aj10h7",
        "userName": "barbara.jensen@example.com",
        "email": "barbara.jensen@example.com"
      }
    }
  },
  "group.user_removed": {
    "id": "0198a7a3-f44e-7581-a17b-f599718a5622",
    "type": "group.user_removed",
    "timestamp": "2026-11-23T15:07:26.459Z",
    "sequence": 15,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "group": {
        "id": "0198a7c5-2e8f-7d13-9a4c-60b1f7e3d852",
        "externalId": null,
        "displayName": "Product Engineering"
      },
      "user": {
        "id": "0198a7c3-9d20-7b64-b1e8-3f7a5c2d9e16",
        "externalId": "00ujl2a9xQ3kL7Tm20h7",
        "userName": "adele.vance@example.com",
        "email": "adele.vance@example.com"
      }
    }
  },
  "group.group_added": {
    "id": "0198a7a6-980b-7ec6-8226-717bbdc6bd1e",
    "type": "group.group_added",
    "timestamp": "2026-11-23T10:20:37.664Z",
    "sequence": 8,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "group": {
        "id": "0198a7c5-2e8f-7d13-9a4c-60b1f7e3d852",
        "externalId": null,
        "displayName": "Engineering"
      },
      "memberGroup": {
        "id": "0198a7f1-6c04-7b8e-a5d2-4f9e0c7b3162",
        "externalId": null,
        "displayName": "Platform"
      }
    }
  },
  "group.group_removed": {
    "id": "0198a708-e547-76c1-b16c-8db1bb6f3d64",
    "type": "group.group_removed",
    "timestamp": "2026-11-23T14:21:33.871Z",
    "sequence": 13,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "group": {
        "id": "0198a7c5-2e8f-7d13-9a4c-60b1f7e3d852",
        "externalId": null,
        "displayName": "Product Engineering"
      },
      "memberGroup": {
        "id": "0198a7f1-6c04-7b8e-a5d2-4f9e0c7b3162",
        "externalId": null,
        "displayName": "Platform"
      }
    }
  },
  "directory.activated": {
    "id": "0198a7fb-3784-774a-b595-3bec611fcb26",
    "type": "directory.activated",
    "timestamp": "2026-11-23T09:13:55.871Z",
    "sequence": 1,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "directory": {
        "id": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "name": "Acme",
        "organizationId": "org_42",
        "provider": "okta",
        "state": "active",
        "scim": {
          "baseUrl": "https://sync.example.com/scim/v2/0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03"
        },
        "settings": {
          "mode": "compat",
          "safeguard": {
            "enabled": true,
            "users": 50,
            "percent": 20,
            "windowMinutes": 60
          }
        },
        "metadata": {
          "plan": "enterprise"
        },
        "createdAt": "2026-11-23T09:11:36.702Z",
        "updatedAt": "2026-11-23T09:13:55.871Z",
        "lastRequestAt": "2026-11-23T09:13:55.871Z"
      }
    }
  },
  "directory.held": {
    "id": "0198a799-763b-705a-89a7-e2204ed52a1e",
    "type": "directory.held",
    "timestamp": "2026-11-23T16:12:40.302Z",
    "sequence": 17,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "directory": {
        "id": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "name": "Acme",
        "organizationId": "org_42",
        "provider": "okta",
        "state": "held",
        "scim": {
          "baseUrl": "https://sync.example.com/scim/v2/0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03"
        },
        "settings": {
          "mode": "compat",
          "safeguard": {
            "enabled": true,
            "users": 50,
            "percent": 20,
            "windowMinutes": 60
          }
        },
        "metadata": {
          "plan": "enterprise"
        },
        "createdAt": "2026-11-23T09:11:36.702Z",
        "updatedAt": "2026-11-23T16:12:40.302Z",
        "lastRequestAt": "2026-11-23T16:12:40.302Z"
      }
    }
  },
  "directory.released": {
    "id": "0198a70c-bed2-7949-9888-53f56d6bb01e",
    "type": "directory.released",
    "timestamp": "2026-11-23T16:30:15.790Z",
    "sequence": 18,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "directory": {
        "id": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "name": "Acme",
        "organizationId": "org_42",
        "provider": "okta",
        "state": "active",
        "scim": {
          "baseUrl": "https://sync.example.com/scim/v2/0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03"
        },
        "settings": {
          "mode": "compat",
          "safeguard": {
            "enabled": true,
            "users": 50,
            "percent": 20,
            "windowMinutes": 60
          }
        },
        "metadata": {
          "plan": "enterprise"
        },
        "createdAt": "2026-11-23T09:11:36.702Z",
        "updatedAt": "2026-11-23T16:30:15.790Z",
        "lastRequestAt": "2026-11-23T16:29:48.611Z"
      }
    }
  },
  "directory.deleted": {
    "id": "0198a78e-9224-7b3b-8d44-2163d06c90fa",
    "type": "directory.deleted",
    "timestamp": "2026-11-23T17:45:00.126Z",
    "sequence": 19,
    "directoryId": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
    "organizationId": "org_42",
    "data": {
      "directory": {
        "id": "0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03",
        "name": "Acme",
        "organizationId": "org_42",
        "provider": "okta",
        "state": "active",
        "scim": {
          "baseUrl": "https://sync.example.com/scim/v2/0198a7c0-1f3e-7a52-8c64-2b9d5e7f1a03"
        },
        "settings": {
          "mode": "compat",
          "safeguard": {
            "enabled": true,
            "users": 50,
            "percent": 20,
            "windowMinutes": 60
          }
        },
        "metadata": {
          "plan": "enterprise"
        },
        "createdAt": "2026-11-23T09:11:36.702Z",
        "updatedAt": "2026-11-23T16:30:15.790Z",
        "lastRequestAt": "2026-11-23T17:44:31.905Z"
      }
    }
  },
  "endpoint.test": {
    "id": "0198a7e7-1355-7b09-80c8-70b2718e2c6f",
    "type": "endpoint.test",
    "timestamp": "2026-11-23T09:00:27.645Z",
    "data": {
      "endpoint": {
        "id": "0198a7b4-83d6-7c20-9f1b-5e7a2d8c4096",
        "url": "https://app.example.com/webhooks/dirsync",
        "description": "Accounts service",
        "eventTypes": null,
        "directoryIds": null,
        "signatures": [
          "v1"
        ],
        "publicKey": "whpk_hPn8lVqkWsS3c7PZTdYlQXk1gO2Gq9nB5sLr0mAeFzE=",
        "state": "enabled",
        "disabledReason": null,
        "disabledAt": null,
        "resumeCursor": null,
        "failingSince": null,
        "nextProbeAt": null,
        "replay": null,
        "createdAt": "2026-11-23T08:59:12.330Z",
        "updatedAt": "2026-11-23T08:59:12.330Z"
      }
    }
  },
  "endpoint.disabled": {
    "id": "0198a76a-10b7-710f-ac59-6915c9d778ca",
    "type": "endpoint.disabled",
    "timestamp": "2026-11-28T11:02:30.218Z",
    "data": {
      "endpoint": {
        "id": "0198a79f-0316-7ac6-bec7-c6477748a7d5",
        "url": "https://old.example.com/hooks",
        "description": null,
        "eventTypes": null,
        "directoryIds": null,
        "signatures": [
          "v1"
        ],
        "publicKey": "whpk_hPn8lVqkWsS3c7PZTdYlQXk1gO2Gq9nB5sLr0mAeFzE=",
        "state": "disabled",
        "disabledReason": "failing",
        "disabledAt": "2026-11-28T11:02:30.218Z",
        "resumeCursor": "ZXZlbnRzOjgxNDI",
        "failingSince": "2026-11-23T11:02:19.526Z",
        "nextProbeAt": null,
        "replay": null,
        "createdAt": "2026-11-23T08:59:12.330Z",
        "updatedAt": "2026-11-28T11:02:30.218Z"
      }
    }
  }
};
